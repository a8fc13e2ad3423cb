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
