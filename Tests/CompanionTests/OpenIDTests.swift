import Digest
import EventLog
import Foundation
import HTTPTypes
import Testing

@testable import Companion

@Suite struct OpenIDTests {
  private static let key = [UInt8](repeating: 9, count: 32)

  private func headers(_ setCookie: String) -> HTTPFields {
    [.cookie: "other=1; " + setCookie.prefix { $0 != ";" }]
  }

  @Test func `the cookie of an attempt comes back as it was, for ten minutes, over TLS alone`()
    throws
  {
    let now = Timestamp.now
    let attempt = OpenIDCookie(next: "/desk/?q=é", now: now)
    let header = attempt.header(key: Self.key, isSecure: true)
    #expect(header.hasPrefix("__Host-balise-openid="))
    for attribute in ["Path=/", "HttpOnly", "SameSite=Lax", "Secure", "Max-Age=600"] {
      #expect(header.contains("; " + attribute))
    }
    let headers = headers(header)
    #expect(OpenIDCookie(headers, key: Self.key, now: now) == attempt)
    #expect(OpenIDCookie(headers, key: [1], now: now) == nil)
    #expect(
      OpenIDCookie(headers, key: Self.key, now: now.advanced(by: .seconds(599))) == attempt)
    #expect(OpenIDCookie(headers, key: Self.key, now: now.advanced(by: .seconds(600))) == nil)
  }

  @Test func `a cookie of which a part is another is none`() throws {
    let header = OpenIDCookie(next: "/desk/").header(key: Self.key, isSecure: false)
    let value = header.prefix { $0 != ";" }.dropFirst("balise-openid=".count)
    let parts = value.split(separator: ".").map(String.init)
    #expect(parts.count == 4)
    for index in parts.indices {
      var changed = parts
      changed[index] = "0" + changed[index].dropFirst()
      if changed == parts { changed[index] = "1" + changed[index].dropFirst() }
      let cookie = "balise-openid=" + changed.joined(separator: ".")
      #expect(OpenIDCookie([.cookie: cookie], key: Self.key) == nil)
    }
    for text in ["", "...", "a.b.c.d", String(repeating: "x", count: 4_000)] {
      #expect(OpenIDCookie([.cookie: "balise-openid=" + text], key: Self.key) == nil)
    }
    // What signs a session signs no attempt.
    let session = SessionCookie().header(key: Self.key, isSecure: false)
    #expect(OpenIDCookie([.cookie: "balise-openid=" + session], key: Self.key) == nil)
  }

  @Test func `a site without an issuer has no such door`() async throws {
    let site = try TestSite()
    #expect(try await site.ask(.get, "/desk/openid").status == 404)
    #expect(try await site.ask(.get, "/desk/openid/callback?code=x&state=y").status == 404)
    #expect(try await !site.ask(.get, "/desk/sign-in").text.contains("/desk/openid"))
  }

  @Test func `the page leads to the issuer by its name, and back to where one was going`()
    async throws
  {
    let site = try TestSite(extra: [
      "site.json": """
      {"languages": {}, "desk": {"openid": {"issuer": "https://id.example", "clientId": "balise",
        "claim": "email", "secret": "NOT_SET", "label": {"fr": "l'annuaire <b>"}}}}
      """
    ])
    let french = try await site.ask(
      .get, "/desk/sign-in?next=/desk/?q=a%26b", headers: [.acceptLanguage: "fr"])
    #expect(french.text.contains("Se connecter avec l&#39;annuaire &lt;b&gt;"))
    #expect(french.text.contains("href=\"/desk/openid?next=%2Fdesk%2F%3Fq%3Da%26b\""))
    let english = try await site.ask(.get, "/desk/sign-in", headers: [.acceptLanguage: "en"])
    #expect(english.text.contains("Sign in with id.example"))
    // A secret that is not there is the operator's to mend: the page says that it does not work.
    let begun = try await site.ask(.get, "/desk/openid", headers: [.acceptLanguage: "en"])
    #expect(begun.status == 502)
    #expect(begun.text.contains("The sign-in service does not answer."))
    #expect(!begun.text.contains("NOT_SET"))
  }

  @Test func `limits are those of the site`() async throws {
    let site = try TestSite(extra: [
      "site.json": """
      {"languages": {}, "desk": {"sessions": {"idle": 600, "absolute": 1200},
        "attempts": {"name": 2, "network": 3, "window": 60},
        "rateLimits": {"read": 3, "write": 120, "agent": 5}}}
      """
    ])
    func signIn(_ name: String) async throws -> Answer {
      try await site.ask(
        .post, "/desk/sign-in", headers: [.contentType: "application/x-www-form-urlencoded"],
        body: "name=\(name)&passphrase=wrong")
    }
    for _ in 0..<2 { #expect(try await signIn("a").status == 401) }
    let locked = try await signIn("a")
    #expect(locked.status == 429)
    #expect((1...60).contains(locked.headers[.retryAfter].flatMap { Int($0) } ?? 0))
    #expect(try await signIn("b").status == 401)
    #expect(try await signIn("c").status == 429)

    // A session that began, or was used, too long ago is none.
    try await site.store.addAgent(name: "zoe", role: .agent, time: .now)
    let key = try await site.store.secret(named: "session")
    func status(_ seconds: Int) async throws -> Int {
      let cookie = SessionCookie()
      try await site.store.startSession(
        agent: "zoe", hash: cookie.hash, time: .now.advanced(by: .seconds(-seconds)))
      let header = cookie.header(key: key, isSecure: true).prefix { $0 != ";" }
      return try await site.ask(.get, "/api/v1/me", headers: [.cookie: String(header)]).status
    }
    #expect(try await status(500) == 200)
    #expect(try await status(700) == 401)

    let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
    func read(_ headers: HTTPFields = [:]) async throws -> Answer {
      var headers = headers
      headers[forwarded] = "203.0.113.9"
      return try await site.ask(.get, "/api/v1/articles?lang=fr", headers: headers)
    }
    #expect(try await read()["RateLimit-Policy"] == "\"read\";q=3;w=60")
  }

  @Test func `only a proof that is one has an allowance of its own`() async throws {
    let site = try TestSite()
    let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
    func policy(_ headers: HTTPFields) async throws -> String? {
      var headers = headers
      headers[forwarded] = "203.0.113.9"
      return try await site.ask(.get, "/api/v1/me", headers: headers)["RateLimit-Policy"]
    }
    let token = try await site.agentToken()
    let reading = "\"read\";q=600;w=60"
    // The first request of a token is a stranger's; what anybody makes up stays that.
    #expect(try await policy([.authorization: "Bearer " + token]) == reading)
    #expect(try await policy([.authorization: "Bearer " + token]) == "\"agent\";q=1200;w=60")
    for text in ["x", "y", "x"] {
      #expect(try await policy([.authorization: "Bearer " + text]) == reading)
      #expect(try await policy([.cookie: "balise=" + text]) == reading)
    }
  }
}
