import EventLog
import HTTPTypes
import Testing

@testable import Companion

@Suite struct ShareTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  private func share(
    _ body: String, id: String = "overheating", token: String
  ) async throws -> Answer {
    try await site.ask(
      .post, "/api/v1/articles/\(id)/shares", headers: [.authorization: "Bearer " + token],
      body: body)
  }

  @Test func `an agent shares a link, and the customer's opening is counted`() async throws {
    let token = try await site.agentToken()
    let answer = try await share(
      #"{"lang": "en", "channel": "link", "conversation_id": "42", "note": "Hi <b>"}"#,
      token: token)
    #expect(answer.status == 201)
    let json = try answer.json()
    let id = try #require(json["share_id"] as? String)
    #expect(json["url"] as? String == "https://help.example/s/\(id)")
    #expect(json["status"] as? String == "created")
    #expect((json["text"] as? String)?.contains("Overheating\nWhat to do.") == true)
    #expect((json["html"] as? String)?.contains("Hi &lt;b&gt;") == true)
    let stored = try await site.store.share(id: id)
    #expect(stored?.agent == "Zoé")
    #expect(stored?.conversationID == "42")

    let opening = try await site.ask(.get, "/s/\(id)")
    #expect(opening.status == 302)
    #expect(opening.headers[.location] == "/en/articles/overheating/?source=share")
    #expect(opening["Referrer-Policy"] == "no-referrer")
    #expect(opening["X-Robots-Tag"] == "noindex, nofollow")
    #expect(opening.headers[.cacheControl] == "no-store")
    #expect(try await site.store.openingCount(shareID: id) == 1)
  }

  @Test(
    arguments: [
      "Slackbot-LinkExpanding 1.0", "facebookexternalhit/1.1", "WhatsApp/2.23", "Googlebot/2.1", "",
    ])
  func `a preview of a link is not an opening`(agent: String) async throws {
    try await site.store.append([.share(Self.share)])
    let answer = try await site.ask(
      .get, "/s/\(Self.share.id)", headers: [.userAgent: agent])
    #expect(answer.status == 302)
    #expect(try await site.store.openingCount(shareID: Self.share.id) == 0)
  }

  @Test func `HEAD and loading ahead are not openings`() async throws {
    try await site.store.append([.share(Self.share)])
    #expect(try await site.ask(.head, "/s/\(Self.share.id)").status == 302)
    _ = try await site.ask(.get, "/s/\(Self.share.id)", headers: [.secPurpose: "prefetch"])
    #expect(try await site.store.openingCount(shareID: Self.share.id) == 0)
  }

  @Test func `a link that is unknown, or to an article that is gone, has a page`() async throws {
    var gone = Self.share
    gone.articleID = "gone"
    try await site.store.append([.share(gone)])
    for id in [gone.id, "0000000000000000000000", "x", "..%2f"] {
      let answer = try await site.ask(.get, "/s/" + id)
      #expect(answer.status == 404)
      #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    }
    #expect(try await site.store.openingCount(shareID: gone.id) == 0)
  }

  @Test(arguments: [nil, "", "Bearer", "Bearer bal_wrong", "Basic bal_wrong"] as [String?])
  func `without a token nothing is shared`(header: String?) async throws {
    _ = try await site.agentToken()
    var headers = HTTPFields()
    headers[.authorization] = header
    for (method, path) in [
      (HTTPRequest.Method.post, "/api/v1/articles/overheating/shares"),
      (.get, "/api/v1/stats/summary"),
    ] {
      let answer = try await site.ask(method, path, headers: headers)
      #expect(answer.status == 401)
      #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
      #expect(try answer.json()["code"] as? String == "token-required")
    }
    #expect(try await site.store.report(period: .all, limit: 1).totals.shares == 0)
  }

  @Test func `a revoked token is refused`() async throws {
    let token = try await site.agentToken()
    #expect(try await share("", token: token).status == 201)
    try await site.store.revokeAgent(name: "Zoé", time: .now)
    #expect(try await share("", token: token).status == 401)
  }

  @Test(
    arguments: zip(
      [#"{"channel": "chat"}"#, #"{"channel": "email"}"#, #"{"channel": "moon"}"#], [501, 501, 422])
  )
  func `other channels are refused, and nothing is logged`(body: String, status: Int) async throws {
    let token = try await site.agentToken()
    #expect(try await share(body, token: token).status == status)
    #expect(try await site.store.report(period: .all, limit: 1).totals.shares == 0)
  }

  @Test func `an article is shared in the language there is`() async throws {
    let token = try await site.agentToken()
    let answer = try await share(#"{"lang": "en"}"#, id: "french-only", token: token)
    #expect((try answer.json()["text"] as? String)?.hasPrefix("Compte") == true)
    let hidden = try await share(#"{"lang": "en"}"#, id: "hidden", token: token)
    let id = try #require(try hidden.json()["share_id"] as? String)
    #expect(
      try await site.ask(.get, "/s/" + id).headers[.location] == "/fr/articles/cache/?source=share")
  }

  @Test func `without a base address the link leads where the agent is`() async throws {
    let site = try TestSite(baseURL: nil)
    let token = try await site.agentToken()
    let answer = try await site.ask(
      .post, "/api/v1/articles/overheating/shares", headers: [.authorization: "Bearer " + token])
    #expect((try answer.json()["url"] as? String)?.hasPrefix("http://help.local/s/") == true)
  }

  private static let share = Share(
    id: "abcdefghijklmnopqrstuv", articleID: "overheating", language: "fr", channel: "link",
    agent: "Zoé")
}
