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
    try await SchemaCheck(site).check(json, "NewShare")
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
    #expect(try await programs() == 1)
  }

  private func programs() async throws -> Int {
    await site.store.flush()
    return try await site.store.report(period: .all, limit: 1).totals.programs
  }

  @Test(arguments: [false, true])
  func `what opens a link before anybody can have read the mail is a program`(isSent: Bool)
    async throws
  {
    var mail = Self.share
    mail.channel = "email"
    try await site.store.accept(mail, message: [1], due: .now)
    if isSent {
      let entry = try #require(
        try await site.store.claimMessages(limit: 1, lease: .seconds(30), at: .now).first)
      try await site.store.settle(entry, .sent, at: .now)
    }
    #expect(try await site.ask(.get, "/s/\(mail.id)").status == 302)
    #expect(try await site.store.openingCount(shareID: mail.id) == 0)
    #expect(try await programs() == 1)
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
      [
        #"{"channel": "chat", "conversation_id": "1"}"#,
        #"{"channel": "email", "recipient": "a@b.c"}"#, #"{"channel": "moon"}"#,
        #"{"channel": "email"}"#, #"{"channel": "email", "recipient": "a b"}"#,
        #"{"channel": "chat"}"#, #"{"kind": "joke"}"#, #"{"section": "a b"}"#,
        #"{"expires": "soon"}"#, #"{"customer": {"name": 1}}"#, #"{"recipiend": "x"}"#,
        #"{"note": 1}"#, #"{"customer": {"naem": "x"}}"#,
      ],
      [
        (501, "channel"), (501, "channel"), (422, "channel"), (422, "recipient"),
        (422, "recipient"), (422, "conversation_id"), (422, "kind"), (422, "section"),
        (422, "expires"), (400, "customer.name"), (400, "recipiend"), (400, "note"),
        (400, "customer.naem"),
      ]))
  func `what cannot be done is refused with the field, and nothing is logged`(
    body: String, problem: (status: Int, field: String)
  ) async throws {
    let token = try await site.agentToken()
    let answer = try await share(body, token: token)
    #expect(answer.status == problem.status)
    #expect(try answer.json()["field"] as? String == problem.field)
    #expect(try await site.store.report(period: .all, limit: 1).totals.shares == 0)
  }

  @Test func `a link leads to its section, until it expires or is revoked`() async throws {
    let token = try await site.agentToken()
    let headers: HTTPFields = [.authorization: "Bearer " + token]
    let json = try await share(##"{"section": "#causes", "expires": "1d"}"##, token: token).json()
    let id = try #require(json["share_id"] as? String)
    #expect(
      try await site.ask(.get, "/s/" + id).headers[.location]
        == "/fr/articles/surchauffe/?source=share#causes")
    var old = Self.share
    old.expires = Timestamp.now.advanced(by: .seconds(-1))
    try await site.store.append([.share(old)])
    #expect(try await site.ask(.get, "/s/" + old.id).status == 410)
    #expect(try await site.ask(.delete, "/api/v1/shares/" + id, headers: headers).status == 204)
    let gone = try await site.ask(.get, "/s/" + id)
    #expect(gone.status == 410)
    #expect(gone.headers[.contentType] == "text/html; charset=utf-8")
    let shown = try await site.ask(.get, "/api/v1/shares/" + id, headers: headers)
    #expect(try shown.json()["status"] as? String == "revoked")
    #expect(try await site.store.openingCount(shareID: old.id) == 0)
  }

  @Test func `an agent's own look at a link is no opening`() async throws {
    let token = try await site.agentToken()
    try await site.store.append([.share(Self.share)])
    _ = try await site.ask(
      .get, "/s/" + Self.share.id, headers: [.authorization: "Bearer " + token])
    #expect(try await site.store.openingCount(shareID: Self.share.id) == 0)
  }

  @Test(arguments: zip(["Sec-Fetch-Dest", "Sec-Fetch-Mode", "Accept"], ["image", "cors", "*/*"]))
  func `what no browser asks for a page with is no opening`(
    name: String, value: String
  ) async throws {
    try await site.store.append([.share(Self.share)])
    let field = try #require(HTTPField.Name(name))
    _ = try await site.ask(.get, "/s/" + Self.share.id, headers: [field: value])
    #expect(try await site.store.openingCount(shareID: Self.share.id) == 0)
  }

  @Test func `a request that is sent twice with a key makes one share`() async throws {
    let token = try await site.agentToken()
    let key = try #require(HTTPField.Name("Idempotency-Key"))
    let headers: HTTPFields = [.authorization: "Bearer " + token, key: "k-1"]
    let path = "/api/v1/articles/overheating/shares"
    let first = try await site.ask(.post, path, headers: headers, body: #"{"note": "a"}"#)
    let second = try await site.ask(.post, path, headers: headers, body: #"{"note": "a"}"#)
    #expect(first.status == 201)
    #expect(second.status == 201)
    #expect(first.body == second.body)
    #expect(second["Idempotency-Replayed"] == "true")
    let other = try await site.ask(.post, path, headers: headers, body: #"{"note": "b"}"#)
    #expect(other.status == 422)
    #expect(try other.json()["code"] as? String == "idempotency-key-reused")
    #expect(try await site.store.report(period: .all, limit: 1).totals.shares == 1)
  }

  @Test func `a request whose answer was lost in a crash makes no second share`() async throws {
    let token = try await site.agentToken()
    let key = try #require(HTTPField.Name("Idempotency-Key"))
    let headers: HTTPFields = [.authorization: "Bearer " + token, key: "k-2"]
    let path = "/api/v1/articles/overheating/shares"
    let first = try await site.ask(.post, path, headers: headers).json()
    // Another request, two days on, has the kept answers forgotten.
    _ = try await site.store.beginRequest(
      key: [0], fingerprint: [], at: Timestamp.now.advanced(by: .seconds(2 * 86_400)))
    let second = try await site.ask(.post, path, headers: headers).json()
    #expect(first["share_id"] as? String == second["share_id"] as? String)
    #expect(try await site.store.report(period: .all, limit: 1).totals.shares == 1)
  }

  @Test func `a key that is used for another share after a day makes none, and says so`()
    async throws
  {
    let token = try await site.agentToken()
    let key = try #require(HTTPField.Name("Idempotency-Key"))
    let headers: HTTPFields = [.authorization: "Bearer " + token, key: "k-4"]
    let path = "/api/v1/articles/overheating/shares"
    func share(_ body: String) async throws -> Answer {
      _ = try await site.store.beginRequest(
        key: [0], fingerprint: [], at: Timestamp.now.advanced(by: .seconds(2 * 86_400)))
      return try await site.ask(.post, path, headers: headers, body: body)
    }
    let value = String(repeating: "x", count: 300)
    let long = #""note": "a\tb", "customer": {"name": "M", "product": {"n": "\#(value)"}}"#
    #expect(try await share("{\(long)}").status == 201)
    // What the store keeps of it is the same.
    #expect(try await share("{\(long)}").status == 201)
    for other in [
      #""note": "c""#, #"\#(long), "kind": "resolution""#, #"\#(long), "conversation_id": "2""#,
      #"\#(long), "expires": "1d""#, #"\#(long), "section": "causes""#, #"\#(long), "lang": "en""#,
    ] {
      let answer = try await share("{\(other)}")
      #expect(answer.status == 422, "\(other)")
      #expect(try answer.json()["code"] as? String == "idempotency-key-reused")
    }
    #expect(try await site.store.report(period: .all, limit: 1).totals.shares == 1)
  }

  @Test func `what was refused may be sent again with the same key`() async throws {
    let token = try await site.agentToken()
    let key = try #require(HTTPField.Name("Idempotency-Key"))
    let headers: HTTPFields = [.authorization: "Bearer " + token, key: "k-3"]
    let path = "/api/v1/articles/overheating/shares"
    #expect(
      try await site.ask(.post, path, headers: headers, body: #"{"kind": 1}"#).status == 400)
    #expect(try await site.ask(.post, path, headers: headers, body: "{}").status == 201)
    let bad: HTTPFields = [.authorization: "Bearer " + token, key: "a b"]
    #expect(try await site.ask(.post, path, headers: bad).status == 400)
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
