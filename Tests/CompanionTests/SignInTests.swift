import Digest
import EventLog
import Foundation
import HTTPTypes
import Testing

@testable import Companion

@Suite struct SignInTests {
  let site: TestSite
  /// As cheap as scrypt gets: the tests are about the doors, not about the lock.
  private static let passphrase = "quatre chevaux bleus"

  init() throws { site = try TestSite() }

  private func addAgent(_ name: String = "Zoé", role: AgentRole = .agent) async throws {
    try await site.store.addAgent(name: name, role: role, time: .now)
    let hash = PassphraseHash(Self.passphrase, cost: .init(logN: 4, r: 8, p: 1)).stored
    try await site.store.setPassphrase(hash, ofAgent: name)
  }

  private func signIn(
    _ name: String = "Zoé", _ passphrase: String = passphrase, next: String = "",
    headers: HTTPFields = [:]
  ) async throws -> Answer {
    try await post(
      "/desk/sign-in", ["name": name, "passphrase": passphrase, "next": next], headers: headers)
  }

  private func post(
    _ path: String, _ fields: [String: String], headers: HTTPFields = [:]
  ) async throws -> Answer {
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    let items = fields.map { QueryItems.Item(name: $0.key, value: $0.value) }
    return try await site.ask(.post, path, headers: headers, body: QueryItems(items).encoded)
  }

  private func cookie(_ answer: Answer) throws -> String {
    let header = try #require(answer.headers[.setCookie])
    return String(header.prefix { $0 != ";" })
  }

  private func me(_ cookie: String) async throws -> [String: Any] {
    let answer = try await site.ask(.get, "/api/v1/me", headers: [.cookie: cookie])
    #expect(answer.status == 200)
    return try answer.json()
  }

  @Test func `a name and its pass-phrase begin a session`() async throws {
    try await addAgent(role: .writer)
    let answer = try await signIn(next: "/desk/?q=x")
    #expect(answer.status == 303)
    #expect(answer.headers[.location] == "/desk/?q=x")
    let header = try #require(answer.headers[.setCookie])
    #expect(header.hasPrefix("__Host-balise="))
    for attribute in ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"] {
      #expect(header.contains("; " + attribute))
    }
    let me = try await me(try cookie(answer))
    #expect(me["name"] as? String == "Zoé")
    #expect(me["role"] as? String == "writer")
    #expect(me["scopes"] as? [String] == ["articles", "content", "reports", "shares"])
    try await SchemaCheck(site).check(me, "Self")
  }

  @Test(arguments: [
    "https://evil.example/", "//evil.example/desk/", "/fr/", "/desk/\\x", "/desk/../x",
  ])
  func `signing in leads nowhere but to the desk`(next: String) async throws {
    try await addAgent()
    #expect(try await signIn(next: next).headers[.location] == "/desk/")
  }

  @Test func `a wrong pass-phrase and an unknown name are refused alike`() async throws {
    try await addAgent()
    let wrong = try await signIn("Zoé", "wrong")
    let unknown = try await signIn("Nobody", "wrong")
    for answer in [wrong, unknown] {
      #expect(answer.status == 401)
      #expect(answer.headers[.setCookie] == nil)
      #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
      #expect(!answer.text.contains("wrong"))
    }
    #expect(
      wrong.text.replacingOccurrences(of: "Zoé", with: "")
        == unknown.text.replacingOccurrences(of: "Nobody", with: ""))
  }

  @Test func `what was typed is escaped`() async throws {
    let answer = try await signIn("\"><script>", "x")
    #expect(answer.text.contains("value=\"&quot;&gt;&lt;script&gt;\""))
  }

  @Test func `after five wrong pass-phrases even the right one waits`() async throws {
    try await addAgent()
    try await addAgent("Paul")
    for _ in 0..<5 { #expect(try await signIn("Zoé", "wrong").status == 401) }
    let locked = try await signIn()
    #expect(locked.status == 429)
    let seconds = try #require(locked.headers[.retryAfter].flatMap { Int($0) })
    #expect((880...900).contains(seconds))
    #expect(try await signIn("ZOÉ", "wrong").status == 429)
    #expect(try await signIn("Paul").status == 303)
  }

  @Test func `attempts from one network are limited, whatever the name`() async throws {
    for index in 0..<30 { #expect(try await signIn("name\(index)", "wrong").status == 401) }
    #expect(try await signIn("another", "wrong").status == 429)
  }

  @Test func `the right pass-phrase forgets the wrong ones before`() async throws {
    try await addAgent()
    for _ in 0..<4 { _ = try await signIn("Zoé", "wrong") }
    #expect(try await signIn().status == 303)
    for _ in 0..<4 { #expect(try await signIn("Zoé", "wrong").status == 401) }
  }

  @Test func `a form of another site signs nobody in`() async throws {
    try await addAgent()
    #expect(try await signIn(headers: [.origin: "https://evil.example"]).status == 403)
    let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
    #expect(try await signIn(headers: [site: "cross-site"]).status == 403)
    #expect(try await signIn(headers: [.origin: "null"]).status == 403)
    #expect(
      try await signIn(headers: [.origin: "https://help.example", site: "same-origin"]).status
        == 303)
  }

  @Test(arguments: ["balise=x", "balise=abc.def", "__Host-balise=", "other=1; balise=.", ""])
  func `a cookie that this server did not sign is none`(value: String) async throws {
    #expect(try await site.ask(.get, "/api/v1/me", headers: [.cookie: value]).status == 401)
  }

  @Test func `a signature of another session is none`() async throws {
    try await addAgent()
    let first = try cookie(try await signIn())
    let second = try cookie(try await signIn())
    let secret = try #require(first.split(separator: ".").first)
    let signature = try #require(second.split(separator: ".").last)
    #expect(
      try await site.ask(.get, "/api/v1/me", headers: [.cookie: "\(secret).\(signature)"]).status
        == 401)
  }

  @Test func `what changes something needs the session's token`() async throws {
    try await addAgent()
    let cookie = try cookie(try await signIn())
    let token = try #require(try await me(cookie)["csrf_token"] as? String)
    let header = try #require(HTTPField.Name("X-CSRF-Token"))
    let path = "/api/v1/articles/overheating/shares"
    let without = try await site.ask(.post, path, headers: [.cookie: cookie])
    #expect(without.status == 403)
    #expect(try without.json()["code"] as? String == "csrf-token-required")
    #expect(
      try await site.ask(.post, path, headers: [.cookie: cookie, header: "0" + token]).status == 403
    )
    #expect(
      try await site.ask(
        .post, path, headers: [.cookie: cookie, header: token, .origin: "https://evil.example"]
      ).status == 403)
    #expect(
      try await site.ask(.post, path, headers: [.cookie: cookie, header: token]).status == 201)
  }

  @Test func `signing out ends the session for good`() async throws {
    try await addAgent()
    let cookie = try cookie(try await signIn())
    let token = try #require(try await me(cookie)["csrf_token"] as? String)
    #expect(try await post("/desk/sign-out", [:], headers: [.cookie: cookie]).status == 403)
    let answer = try await post("/desk/sign-out", ["csrf": token], headers: [.cookie: cookie])
    #expect(answer.status == 303)
    #expect(answer.headers[.setCookie]?.contains("Max-Age=0") == true)
    #expect(try await site.ask(.get, "/api/v1/me", headers: [.cookie: cookie]).status == 401)
  }

  @Test func `a link is asked about before it is used up, and works once`() async throws {
    try await site.store.addAgent(name: "Zoé <b>", role: .agent, time: .now)
    let secret = RandomIdentifier.secret()
    try await site.store.addSignInLink(
      agent: "Zoé <b>", hash: SHA256.hash(Array(secret.utf8)),
      expires: Timestamp.now.advanced(by: .seconds(60)))
    let path = "/desk/link/" + secret
    for _ in 0..<3 {
      let shown = try await site.ask(.get, path)
      #expect(shown.status == 200)
      #expect(shown.text.contains("Zoé &lt;b&gt;"))
      #expect(shown.headers[.cacheControl] == "no-store")
    }
    let answer = try await post(path, [:])
    #expect(answer.status == 303)
    #expect(answer.headers[.location] == "/desk/passphrase")
    #expect(try await me(try cookie(answer))["name"] as? String == "Zoé <b>")
    #expect(try await post(path, [:]).status == 410)
    #expect(try await site.ask(.get, path).status == 410)
  }

  @Test func `an agent chooses a pass-phrase, and other browsers are signed out`() async throws {
    try await addAgent()
    let other = try cookie(try await signIn())
    let cookie = try cookie(try await signIn())
    let token = try #require(try await me(cookie)["csrf_token"] as? String)
    func choose(_ passphrase: String, _ again: String) async throws -> Answer {
      try await post(
        "/desk/passphrase", ["csrf": token, "passphrase": passphrase, "again": again],
        headers: [.cookie: cookie])
    }
    #expect(try await choose("short", "short").status == 422)
    #expect(try await choose("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa").status == 422)
    #expect(try await choose("cinq renards dorment", "cinq renards dorment!").status == 422)
    let answer = try await choose("cinq renards dorment", "cinq renards dorment")
    #expect(answer.status == 303)
    #expect(try await me(try self.cookie(answer))["name"] as? String == "Zoé")
    for old in [other, cookie] {
      #expect(try await site.ask(.get, "/api/v1/me", headers: [.cookie: old]).status == 401)
    }
    #expect(try await signIn().status == 401)
    #expect(try await signIn("Zoé", "cinq renards dorment").status == 303)
  }

  @Test func `an agent whom a named proxy has signed in needs no pass-phrase`() async throws {
    try await site.store.addAgent(name: "Zoé", role: .agent, time: .now)
    var configuration = TestSite.configuration(site.folder, store: site.store)
    configuration.proxyUserHeader = "X-Forwarded-User"
    let proxied = try TestSite(folder: site.folder, store: site.store, configuration)
    let header = try #require(HTTPField.Name("X-Forwarded-User"))
    func ask(
      _ name: String, of site: TestSite, from peer: String? = TestSite.proxy
    ) async throws -> Answer {
      try await site.ask(
        .get, "/desk/sign-in?next=/desk/reports", headers: [header: name], from: peer)
    }
    let answer = try await ask("Zoé", of: proxied)
    #expect(answer.status == 303)
    #expect(answer.headers[.location] == "/desk/reports")
    #expect(answer.headers[.setCookie]?.contains("balise=") == true)
    #expect(try await ask("Nobody", of: proxied).status == 401)
    // Whoever else writes the header is shown the form, also one whose address is not known.
    for peer in ["10.9.8.8", "127.0.0.2", "::1", "::ffff:10.9.8.8", nil] {
      let spoofed = try await ask("Zoé", of: proxied, from: peer)
      #expect(spoofed.status == 200)
      #expect(spoofed.headers[.setCookie] == nil)
    }
    #expect(try await ask("Zoé", of: proxied, from: "::ffff:127.0.0.1").status == 303)
    // Without the option the header is what anyone may write, from anywhere.
    #expect(try await ask("Zoé", of: site).status == 200)
  }

  @Test func `a role and a token limit what may be done`() async throws {
    try await site.store.addAgent(name: "Zoé", role: .agent, time: .now)
    _ = try await site.store.addToken(
      agent: "Zoé", label: "", hash: SHA256.hash(Array("bal_x".utf8)), scopes: [.reports],
      time: .now, expires: nil)
    let headers: HTTPFields = [.authorization: "Bearer bal_x"]
    let answer = try await site.ask(
      .post, "/api/v1/articles/overheating/shares", headers: headers)
    #expect(answer.status == 403)
    #expect(try answer.json()["code"] as? String == "scope-required")
    #expect(answer.headers[.wwwAuthenticate]?.contains("insufficient_scope") == true)
    #expect(try await site.ask(.get, "/api/v1/stats/summary", headers: headers).status == 200)
  }

  @Test func `the pages speak the agent's language, and their style is served`() async throws {
    let french = try await site.ask(
      .get, "/desk/sign-in", headers: [.acceptLanguage: "fr-CA"])
    #expect(french.text.contains("<html lang=\"fr\">"))
    #expect(french.text.contains("Phrase de passe"))
    #expect(french.text.contains("href=\"/assets/theme.0123456789.css\""))
    #expect(french.headers[.contentSecurityPolicy] != nil)
    let style = try await site.ask(.get, "/desk/assets/sign-in.css")
    #expect(style.status == 200)
    #expect(style.headers[.contentType]?.hasPrefix("text/css") == true)
    #expect(try await site.ask(.get, "/desk/assets/nothing.css").status == 404)
  }
}
