import EventLog
import HTTPTypes
import Testing

@testable import Companion

/// Who works for the operator, and what customers have bought, as `desk` in site.yaml says.
@Suite struct OwnPeopleTests {
  let site: TestSite

  init() throws {
    site = try TestSite(extra: [
      "site.json": #"""
      {"languages": {}, "desk": {"networks": ["10.20.0.0/15", "2001:db8:7::/48"],
        "plans": {"Pro": "expert", "Free": "basic"}}}
      """#
    ])
  }

  @Test(
    arguments: zip(
      ["10.20.0.1", "10.21.255.9", "10.22.0.1", "2001:db8:7:1::2", "2001:db8:8::2", "192.0.2.1"],
      [true, true, false, true, false, false]))
  func `views from the operator's networks are told apart`(address: String, isOwn: Bool)
    async throws
  {
    let headers: HTTPFields = [
      .userAgent: "Mozilla/5.0", try #require(.forwardedFor): address,
    ]
    let view = try await site.ask(
      .post, "/api/v1/articles/overheating/views", headers: headers, body: "{}")
    #expect(view.status == 202)
    let report = try await site.store.report(period: .all, limit: 5)
    let sources = report.viewsBySource.map(\.source)
    #expect(sources == [isOwn ? .agent : .site])
    // They count as agents, and see no more than readers do.
    let hidden = try await site.ask(
      .get, "/api/v1/search?q=x&lang=fr&visibility=agents", headers: headers)
    #expect(try hidden.json()["total"] as? Int == 0)
  }

  @Test func `what the operator's own people try is no customer's, and their votes make no rating`()
    async throws
  {
    let own: HTTPFields = [
      .userAgent: "Mozilla/5.0", try #require(.forwardedFor): "10.20.0.1",
    ]
    let share = Share(
      id: "abcdefghijklmnopqrstuv", articleID: "overheating", language: "fr", channel: "link",
      agent: "Zoé")
    try await site.store.append([.share(share)])
    #expect(try await site.ask(.get, "/s/\(share.id)", headers: own).status == 302)
    let token = try await site.agentToken()
    let vote = #"{"helpful": false, "comment": "faux"}"#
    for headers in [own, [.authorization: "Bearer " + token]] {
      let answer = try await site.ask(
        .post, "/api/v1/articles/overheating/feedback", headers: headers, body: vote)
      #expect(answer.status == 202)
    }
    await site.store.flush()
    let report = try await site.store.report(period: .all, limit: 5)
    #expect(report.totals.openings == 0)
    #expect(report.funnel.rated == 0)
    #expect(report.totals.programs == 0)
    #expect(report.comments.count == 2)
    #expect(try await site.store.ratings().isEmpty)
  }

  @Test func `a plan stands for a level, and a level goes before it`() throws {
    let description = site.server.snapshot.description
    #expect(description.level(ofPlan: "pro") == "expert")
    #expect(description.level(ofPlan: "none") == nil)
    #expect(description.level(ofPlan: nil) == nil)
  }

  @Test func `a conversation reaches the desk with the level of the customer's plan`() async throws
  {
    let token = try await site.agentToken()
    let items = try #require(site.server.responder.services.live.listen(.testing("Zoé")))
    for (level, expected) in [("", "expert"), (#""level": "basic", "#, "basic")] {
      let answer = try await site.ask(
        .post, "/api/v1/conversations/T-1/messages",
        headers: [.authorization: "Bearer " + token],
        body: #"{\#(level)"messages": [{"text": "a"}], "customer": {"plan": "PRO"}}"#)
      #expect(answer.status == 202)
      var iterator = items.makeAsyncIterator()
      let item = try #require(await iterator.next())
      #expect(item.text.contains(#""level":"\#(expected)""#))
    }
    let long = try await site.ask(
      .post, "/api/v1/conversations/\(String(repeating: "a", count: 201))/messages",
      headers: [.authorization: "Bearer " + token], body: #"{"messages": []}"#)
    #expect(long.status == 400)
  }

  @Test func `what the server is told of the site is served to nobody`() async throws {
    #expect(try await site.ask(.get, "/site.json").status == 404)
    #expect(try await site.ask(.get, "/articles.json").status == 200)
    // Nor are the twins that earlier builds made of it.
    let old = try TestSite(extra: ["site.json.gz": "x", "site.json.br": "x"])
    for ending in ["", ".gz", ".br"] {
      #expect(try await old.ask(.get, "/site.json" + ending).status == 404)
    }
  }
}
