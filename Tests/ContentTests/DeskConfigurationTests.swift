import Content
import Diagnostics
import Testing

@Suite struct `The desk in site.yaml` {
  private func parse(_ text: String) -> (SiteConfiguration?, [Diagnostic]) {
    let small = "title: T\nlanguages: [fr, en]\ncategories: [{key: a, label: A}]\n"
    return SiteConfiguration.parse(
      SourceText(path: "site.yaml", bytes: Array((small + text).utf8)))
  }

  private func openID(_ text: String) -> (OpenIDSettings?, [Diagnostic]) {
    let (site, faults) = parse("desk:\n  openid: {\(text)}\n")
    return (site?.desk.openID, faults)
  }

  @Test func `limits have defaults, and each may be set alone`() throws {
    #expect(parse("").0?.desk == Desk())
    let (site, faults) = parse(
      """
      desk:
        sessions: {idle: 30m, absolute: 1d}
        attempts: {name: 10, window: 1h}
        rateLimits: {read: 6000}

      """)
    #expect(faults.isEmpty)
    let desk = try #require(site).desk
    #expect(desk.sessions.idle.seconds == 1800 && desk.sessions.absolute.seconds == 86_400)
    #expect(desk.attempts.name == 10 && desk.attempts.window.duration == .seconds(3600))
    #expect(desk.attempts.network == Desk.Attempts().network)
    #expect(desk.rateLimits.read == 6000 && desk.rateLimits.write == Desk.RateLimits().write)
  }

  @Test(arguments: [
    ("sessions: {idle: 1m}", DiagnosticID.valueInvalid, 20),
    ("sessions: {idle: soon}", DiagnosticID.valueInvalid, 20),
    ("sessions: {absolute: 9000d}", DiagnosticID.valueInvalid, 24),
    ("sessions: {idle: 2d, absolute: 1d}", DiagnosticID.valueInvalid, 13),
    ("sessions: {idel: 2d}", DiagnosticID.keyUnknown, 14),
    ("attempts: {name: 0}", DiagnosticID.typeMismatch, 20),
    ("attempts: {window: 2d}", DiagnosticID.valueInvalid, 22),
    ("attempts: {names: 5}", DiagnosticID.keyUnknown, 14),
    ("rateLimits: {agent: many}", DiagnosticID.typeMismatch, 23),
    ("rateLimits: {all: 5}", DiagnosticID.keyUnknown, 16),
    ("limits: {}", DiagnosticID.keyUnknown, 3),
  ])
  func `what is no limit is an error at its place`(text: String, id: String, column: Int) {
    let (site, faults) = parse("desk:\n  \(text)\n")
    #expect(site == nil)
    #expect(faults.map(\.id) == [id])
    #expect(faults.first?.position == SourcePosition(line: 5, column: column))
  }

  @Test func `an issuer is read with where its secret is`() throws {
    let (settings, faults) = openID(
      "issuer: https://id.example/team, clientId: balise, secret: 'env:BALISE_OPENID_SECRET', "
        + "label: {fr: Compte, en: Account}")
    #expect(faults.isEmpty)
    let openID = try #require(settings)
    #expect(openID.issuer == "https://id.example/team" && openID.clientID == "balise")
    #expect(openID.claim == "email" && openID.label["en"] == "Account")
    let reference = try #require(SecretReference("env:BALISE_OPENID_SECRET"))
    #expect(openID.secret == .variable(reference))
    let (other, _) = self.openID(
      "issuer: 'http://localhost:8090', clientId: x, secretFile: /etc/balise/secret, "
        + "claim: preferred_username, authority: /etc/balise/ca.pem")
    #expect(other?.secret == .file("/etc/balise/secret"))
    #expect(other?.claim == "preferred_username" && other?.authority == "/etc/balise/ca.pem")
  }

  @Test(arguments: [
    ("issuer: https://id.example", DiagnosticID.keyMissing),
    ("clientId: x", DiagnosticID.keyMissing),
    ("issuer: 'http://id.example', clientId: x", DiagnosticID.addressInvalid),
    ("issuer: 'https://id.example?a=b', clientId: x", DiagnosticID.addressInvalid),
    ("issuer: 'https://me@id.example', clientId: x", DiagnosticID.addressInvalid),
    ("issuer: id.example, clientId: x", DiagnosticID.addressInvalid),
    ("issuer: https://id.example, clientId: ''", DiagnosticID.valueInvalid),
    ("issuer: https://id.example, clientId: x, claim: 'a b'", DiagnosticID.valueInvalid),
    ("issuer: https://id.example, clientId: x, secretFile: secret", DiagnosticID.valueInvalid),
    (
      "issuer: https://id.example, clientId: x, secretFile: /a, secret: 'env:A'",
      DiagnosticID.keyConflict
    ),
    ("issuer: https://id.example, clientId: x, scope: all", DiagnosticID.keyUnknown),
  ])
  func `what is no issuer is an error`(text: String, id: String) {
    let (settings, faults) = openID(text)
    #expect(settings == nil)
    #expect(faults.map(\.id) == [id])
    #expect(faults.first?.position.line == 5)
  }

  @Test func `a secret that is written out is not repeated`() {
    let (_, faults) = openID("issuer: https://id.example, clientId: x, secret: S3CRET")
    #expect(faults.map(\.id) == [DiagnosticID.secretWritten])
    #expect(!DiagnosticFormatter().format(faults).contains("S3CRET"))
  }

  @Test(arguments: [
    ("https://a.example", true), ("https://a.example:8443/x?y=z", true),
    ("HTTPS://A.example", true),
    ("http://localhost:1/x", true), ("http://127.0.0.1", true), ("http://[::1]:80/", true),
    ("http://a.example", false), ("http://localhost.example", false),
    ("http://127.0.0.1.example", false),
    ("https://", false), ("https:///x", false), ("https://a b", false),
    ("https://a.example:x", false),
    ("https://a.example:99999", false), ("https://a@b", false), ("https://a#b", false),
    ("http://localhost@evil.example", false), ("http://[::1", false), ("javascript:x", false),
    ("", false),
    ("https://\u{E9}.example", false), ("https://a.example\r\nX: y", false),
  ])
  func `secrets travel in private, or stay on the machine`(text: String, isSecure: Bool) {
    #expect((SecureAddress(text) != nil) == isSecure)
  }
}
