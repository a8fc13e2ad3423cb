import Digest
import EventLog
import Foundation
import HTTPTypes
import Testing

@testable import Companion

@Suite struct DeskTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  private func token(_ role: AgentRole, name: String) async throws -> HTTPFields {
    let token = RandomIdentifier.agentToken()
    try await site.store.addAgent(name: name, role: role, time: .now)
    _ = try await site.store.addToken(
      agent: name, label: "test", hash: SHA256.hash(Array(token.utf8)), scopes: role.scopes,
      time: .now, expires: nil)
    return [.authorization: "Bearer " + token]
  }

  @Test func `what changes or tells something needs an agent`() async throws {
    let routes: [(HTTPRequest.Method, String)] = [
      (.put, "/api/v1/articles/overheating/pin"), (.post, "/api/v1/articles/overheating/solved"),
      (.get, "/api/v1/requests"), (.post, "/api/v1/requests/x/close"), (.get, "/api/v1/events"),
      (.post, "/api/v1/conversations/1/messages"), (.get, "/api/v1/stats/report"),
      (.get, "/desk/gaps/article.patch?query=x"), (.post, "/desk/requests/x/close"),
    ]
    for (method, path) in routes {
      #expect(try await site.ask(method, path).status == 401, "\(path)")
    }
    #expect(try await site.ask(.get, "/desk/").status == 303)
    #expect(try await site.ask(.get, "/desk/reports").status == 303)
  }

  @Test func `a pin and a solution are an agent's`() async throws {
    let agent = try await token(.agent, name: "Zoé")
    let pinned = try await site.ask(
      .put, "/api/v1/articles/overheating/pin", headers: agent, body: #"{"pinned": true}"#)
    #expect(pinned.status == 200)
    #expect(try await site.store.pins(of: "Zoé") == ["overheating"])
    let solved = try await site.ask(
      .post, "/api/v1/articles/overheating/solved", headers: agent, body: #"{"lang": "fr"}"#)
    #expect(solved.status == 202)
    #expect(try await site.store.report(period: .all, limit: 1).totals.solved == 1)
    #expect(
      try await site.ask(
        .put, "/api/v1/articles/none/pin", headers: agent, body: #"{"pinned": true}"#
      ).status == 404)
  }

  @Test(
    arguments: [
      #"{"kind": "else"}"#, #"{"kind": "mistake", "text": "faux"}"#,
      #"{"kind": "mistake", "article": "overheating"}"#, #"{"kind": "article"}"#,
      "{}",
    ])
  func `a request that nobody could answer is refused`(body: String) async throws {
    #expect(try await site.ask(.post, "/api/v1/requests", body: body).status == 400)
    #expect(try await site.store.requests(isOpen: nil, limit: 5).isEmpty)
  }

  @Test(
    arguments: zip(
      [
        ("POST", "/api/v1/articles/overheating/feedback", #"{"rating": 9}"#),
        ("POST", "/api/v1/articles/overheating/feedback", #"{"rating": 4.5}"#),
        ("POST", "/api/v1/articles/overheating/feedback", #"{"helpful": true, "ratting": 5}"#),
        ("POST", "/api/v1/articles/overheating/feedback", #"{"helpful": true, "lang": "de"}"#),
        ("POST", "/api/v1/articles/overheating/views", #"{"sauce": "link"}"#),
        ("POST", "/api/v1/related", #"{"text": "a", "limit": 99}"#),
        ("POST", "/api/v1/related", #"{"text": "a", "levle": "x"}"#),
        ("POST", "/api/v1/requests", #"{"kind": "else"}"#),
        ("POST", "/api/v1/requests", #"{"kind": "expert", "txt": "x"}"#),
        ("POST", "/api/v1/requests", #"{"kind": "mistake", "article": "no", "text": "x"}"#),
        ("PUT", "/api/v1/articles/overheating/pin", #"{"pinned": true, "at": 1}"#),
        ("POST", "/api/v1/articles/overheating/solved", #"{"conversation": "1"}"#),
        ("POST", "/api/v1/conversations/1/messages", #"{"messages": [{"text": 1}]}"#),
        (
          "POST", "/api/v1/conversations/1/messages",
          #"{"messages": [{"text": "a", "form": "x"}]}"#
        ),
        (
          "POST", "/api/v1/conversations/1/messages",
          #"{"messages": [], "customer": {"naem": "x"}}"#
        ),
        ("GET", "/api/v1/stats/report?since=x", ""), ("GET", "/api/v1/stats/summary?limit=0", ""),
        ("GET", "/api/v1/stats/report?only=de", ""),
        ("GET", "/api/v1/stats/report?category=none", ""),
        ("GET", "/api/v1/articles?sort=age", ""),
      ],
      [
        "rating", "rating", "ratting", "lang", "sauce", "limit", "levle",
        "kind", "txt", "article", "at", "conversation", "messages.0.text", "messages.0.form",
        "customer.naem", "since", "limit", "only", "category", "sort",
      ]))
  func `a problem names the field, and a field that nobody knows is one`(
    request: (method: String, path: String, body: String), field: String
  ) async throws {
    let agent = try await token(.agent, name: "Zoé")
    let method = try #require(HTTPRequest.Method(rawValue: request.method))
    let answer = try await site.ask(method, request.path, headers: agent, body: request.body)
    #expect((400...404).contains(answer.status), "\(request)")
    #expect(try answer.json()["field"] as? String == field, "\(request)")
    #expect(try await site.store.ratings().isEmpty)
  }

  @Test func `requests are told in parts`() async throws {
    for number in 0..<3 {
      _ = try await site.ask(
        .post, "/api/v1/requests", body: #"{"kind": "article", "query": "q\#(number)"}"#)
    }
    let writer = try await token(.writer, name: "Ève")
    let answer = try await site.ask(.get, "/api/v1/requests?limit=1&offset=1", headers: writer)
      .json()
    #expect(answer["total"] as? Int == 3)
    #expect((answer["requests"] as? [[String: Any]])?.count == 1)
  }

  @Test func `a summary lists no query that one person asked, however many days`() async throws {
    let day = Timestamp.now.advanced(by: .seconds(-86_400))
    for (query, visitors) in [("rare", [1, 1]), ("often", [1, 2])] {
      for (visitor, time) in zip(visitors, query == "rare" ? [day, .now] : [.now, .now]) {
        try await site.store.append([
          .search(
            SearchEvent(
              query: query, language: "fr", hitCount: 0, microseconds: 1, time: time)),
          .query(
            QueryEvent(
              query: query, language: "fr", visitor: [UInt8(visitor)], hasHits: false, time: time)),
        ])
      }
    }
    let agent = try await token(.agent, name: "Zoé")
    for path in ["/api/v1/stats/summary", "/api/v1/stats/report"] {
      let answer = try await site.ask(.get, path, headers: agent)
      #expect(answer.text.contains("often"), "\(path)")
      #expect(!answer.text.contains("rare"), "\(path)")
    }
    // What agents look for in vain is missing, too.
    try await site.store.append([
      .search(
        SearchEvent(
          query: "desk", language: "fr", hitCount: 0, microseconds: 1, audience: .agent))
    ])
    let json = try await site.ask(.get, "/api/v1/stats/summary", headers: agent).json()
    let missing = try #require(json["queries_without_hits"] as? [[String: Any]])
    let desk = try #require(missing.first { $0["query"] as? String == "desk" })
    #expect(desk["count"] as? Int == 1)
    #expect(desk["without_hits"] as? Int == 1)
  }

  @Test func `a report is narrowed down to a category or an agent`() async throws {
    let agent = try await token(.agent, name: "Zoé")
    try await site.store.append([
      .view(ViewEvent(articleID: "overheating", language: "fr")),
      .view(ViewEvent(articleID: "french-only", language: "fr")),
      .share(
        Share(
          id: "s", articleID: "french-only", language: "fr", channel: "link", agent: "Zoé")),
    ])
    let alerts = try await site.ask(
      .get, "/api/v1/stats/report?category=alerts", headers: agent)
    try await SchemaCheck(site).check(try alerts.json(), "Report")
    let totals = try #require(try alerts.json()["totals"] as? [String: Int])
    #expect(totals["views"] == 1)
    #expect(totals["shares"] == 0)
    #expect(totals["searches"] == nil)
    let own = try await site.ask(.get, "/api/v1/stats/report?agent=Zo%C3%A9", headers: agent)
    let done = try #require(try own.json()["totals"] as? [String: Int])
    #expect(done["shares"] == 1)
    #expect(done["views"] == nil)
  }

  @Test func `a request about an article that is not there is refused`() async throws {
    let answer = try await site.ask(
      .post, "/api/v1/requests", body: #"{"kind": "mistake", "article": "none", "text": "faux"}"#)
    #expect(answer.status == 404)
    #expect(try await site.store.requests(isOpen: nil, limit: 5).isEmpty)
  }

  @Test func `a request waits until a writer closes it, and an agent may not`() async throws {
    let (agent, writer) = (
      try await token(.agent, name: "Zoé"), try await token(.writer, name: "Ève")
    )
    let answer = try await site.ask(
      .post, "/api/v1/requests", headers: agent,
      body: #"{"kind": "article", "query": "bornes", "lang": "fr", "conversation_id": "T-1"}"#)
    #expect(answer.status == 201)
    let id = try #require(try answer.json()["id"] as? String)
    #expect(try await site.ask(.get, "/api/v1/requests", headers: agent).status == 403)
    let listed = try await site.ask(.get, "/api/v1/requests", headers: writer)
    try await SchemaCheck(site).check(try listed.json(), "RequestList")
    let first = try #require((try listed.json()["requests"] as? [[String: Any]])?.first)
    #expect(first["agent"] as? String == "Zoé")
    #expect(first["conversation_id"] as? String == "T-1")
    let close = "/api/v1/requests/\(id)/close"
    #expect(try await site.ask(.post, close, headers: agent).status == 403)
    #expect(try await site.ask(.post, close, headers: writer).status == 200)
    #expect(try await site.store.requests(isOpen: true, limit: 5).isEmpty)
  }

  @Test func `the report is what the schema says, and comments are for writers`() async throws {
    try await site.store.append([
      .vote(
        VoteEvent(
          articleID: "overheating", language: "fr", isHelpful: false,
          comment: ScreenedText("Étape 3 peu claire"), visitor: [1])),
      .search(SearchEvent(query: "soc", language: "fr", hitCount: 0, microseconds: 1)),
    ])
    for (role, comments) in [(AgentRole.agent, 0), (.writer, 1)] {
      let headers = try await token(role, name: role.rawValue)
      let answer = try await site.ask(.get, "/api/v1/stats/report?lang=fr", headers: headers)
      try await SchemaCheck(site).check(try answer.json(), "Report")
      #expect((try answer.json()["comments"] as? [Any])?.count == comments)
      #expect(try answer.json()["withheldSearches"] as? Int == 1)
      let csv = try await site.ask(
        .get, "/api/v1/stats/report?format=csv", headers: headers)
      #expect(csv.text.hasPrefix("kind,name,lang,count,before\r\n"))
      #expect(!csv.text.contains("soc"))
    }
  }

  @Test func `messages reach the desks of the token's agent alone`() async throws {
    let live = site.server.responder.services.live
    let own = try #require(live.listen(.testing("Zoé")))
    let other = try #require(live.listen(.testing("Ève")))
    let agent = try await token(.agent, name: "Zoé")
    let answer = try await site.ask(
      .post, "/api/v1/conversations/T-1/messages", headers: agent,
      body: #"{"messages": [{"from": "customer", "text": "</script>\nSOC"}], "lang": "fr"}"#)
    #expect(try answer.json()["desks"] as? Int == 1)
    live.publish(.heartbeat)
    var items = own.makeAsyncIterator()
    let item = try #require(await items.next())
    #expect(item.name == "conversation")
    // A line end in a message must not end the event.
    #expect(item.text.split(separator: "\n").count == 2)
    var others = other.makeAsyncIterator()
    #expect(await others.next()?.name == nil)
  }

  @Test func `a patch is a file to be saved, whatever was searched`() async throws {
    let writer = try await token(.writer, name: "Ève")
    let answer = try await site.ask(
      .get, "/desk/gaps/article.patch?lang=fr&query=%22%3B%20../../etc%0d%0aX:%20y",
      headers: writer)
    #expect(answer.status == 200)
    #expect(answer.headers[.contentType] == "text/x-diff; charset=utf-8")
    #expect(answer["Content-Disposition"] == "attachment; filename*=UTF-8''article-etc-x-y.patch")
    #expect(answer.text.contains("+++ b/content/fr/etc-x-y.md\n"))
    let agent = try await token(.agent, name: "Zoé")
    #expect(
      try await site.ask(.get, "/desk/gaps/article.patch?query=x", headers: agent).status == 403)
  }
}
