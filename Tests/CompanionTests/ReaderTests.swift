import EventLog
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Companion

@Suite struct ReaderTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  private func headers(_ fields: [String: String], from address: String? = nil) -> HTTPFields {
    var headers = HTTPFields()
    for (name, value) in fields { HTTPField.Name(name).map { headers[$0] = value } }
    if let address { HTTPField.Name("X-Forwarded-For").map { headers[$0] = address } }
    return headers
  }

  @discardableResult
  private func vote(
    _ body: String, from address: String = "203.0.113.1", _ fields: [String: String] = [:]
  ) async throws -> Answer {
    try await site.ask(
      .post, "/api/v1/articles/overheating/feedback", headers: headers(fields, from: address),
      body: body)
  }

  private func report() async throws -> Report {
    let finished = site.server.responder.services.bursts.takeAll()
    for event in finished.flatMap(\.events) { site.store.enqueue(event) }
    await site.store.flush()
    return try await site.store.report(period: .all, limit: 10)
  }

  // MARK: Votes

  @Test func `a visitor has one vote, and the last one counts`() async throws {
    #expect(try await vote(#"{"helpful": false, "reason": "unclear"}"#).status == 202)
    try await vote(#"{"helpful": true}"#)
    try await vote(#"{"rating": 2}"#, from: "203.0.113.2")
    // Another browser at the same address is another visitor.
    try await vote(#"{"rating": 4}"#, from: "203.0.113.2", ["User-Agent": "Mozilla/5.0 (other)"])
    let rating = try #require(try await site.store.ratings()["overheating"])
    #expect(rating == ArticleRating(sum: 11, count: 3, helpful: 2))
  }

  @Test func `a rating is in lists, in searches and in the order once there are votes`()
    async throws
  {
    for number in 1...5 {
      try await vote(#"{"rating": 5}"#, from: "203.0.113.\(number)")
    }
    await site.refresh()
    let article = try await site.ask(.get, "/api/v1/articles/overheating").json()
    #expect(article["rating"] as? Double == 5)
    let list = try await site.ask(.get, "/api/v1/articles?sort=rating&lang=fr").json()
    let first = try #require((list["articles"] as? [[String: Any]])?.first)
    #expect(first["id"] as? String == "overheating")
    let found = try await site.ask(.get, "/api/v1/search?lang=fr&q=surchauffe").json()
    #expect(try #require((found["hits"] as? [[String: Any]])?.first)["rating"] as? Double == 5)
  }

  @Test(
    arguments: [
      "{}", #"{"rating": 0}"#, #"{"rating": 6}"#, #"{"reason": "a b"}"#, #"{"comment": "  "}"#,
      #"{"helpful": "yes"}"#, #"{"lang": "de", "helpful": true}"#,
    ])
  func `a vote that says nothing that counts is refused`(body: String) async throws {
    #expect(try await vote(body).status == 400)
    #expect(try await site.store.ratings().isEmpty)
  }

  @Test func `a comment reaches writers without what tells who wrote it`() async throws {
    try await vote(#"{"helpful": false, "comment": "Rappeler Jean au 06 12 34 56 78"}"#)
    #expect(try await report().comments.map(\.text) == ["Rappeler Jean au […]"])
  }

  // MARK: Who is counted

  @Test(arguments: ["DNT", "Sec-GPC"])
  func `whoever asks not to be followed is answered and not counted`(name: String) async throws {
    let headers = headers([name: "1"], from: "203.0.113.1")
    let view = try await site.ask(
      .post, "/api/v1/articles/overheating/views", headers: headers)
    #expect(view.status == 202)
    #expect(try view.json()["status"] as? String == "ignored")
    let search = try await site.ask(
      .get, "/api/v1/search?lang=fr&q=batterie", headers: headers)
    #expect(search.status == 200)
    #expect(try await report().totals == Report.Totals())
    // A vote is sent on purpose.
    try await vote(#"{"helpful": true}"#, [name: "1"])
    #expect(try await site.store.ratings()["overheating"]?.count == 1)
  }

  @Test func `programs are counted apart, and do not vote`() async throws {
    let fields = ["User-Agent": "Googlebot/2.1"]
    let headers = headers(fields)
    _ = try await site.ask(.post, "/api/v1/articles/overheating/views", headers: headers)
    _ = try await site.ask(.get, "/api/v1/search?lang=fr&q=batterie", headers: headers)
    try await vote(#"{"helpful": true}"#, fields)
    let totals = try await report().totals
    #expect(totals.views == 0)
    #expect(totals.searches == 0)
    #expect(totals.programs == 2)
    #expect(totals.votes == 0)
  }

  @Test func `agents are told apart`() async throws {
    let token = try await site.agentToken()
    let headers: HTTPFields = [.authorization: "Bearer " + token]
    _ = try await site.ask(
      .post, "/api/v1/articles/overheating/views", headers: headers, body: #"{"source": "link"}"#)
    _ = try await site.ask(.get, "/api/v1/search?lang=fr&q=batterie", headers: headers)
    let totals = try await report().totals
    #expect(totals.views == 0)
    #expect(totals.agentViews == 1)
    #expect(totals.searches == 0)
    #expect(totals.agentSearches == 1)
  }

  @Test func `a view tells where its reader came from, and what was clicked`() async throws {
    let headers = headers([:], from: "203.0.113.7")
    _ = try await site.ask(.get, "/api/v1/search?lang=fr&q=surchauffe", headers: headers)
    for body in [
      #"{"source": "page", "referrer": "https://help.example/fr/"}"#,
      #"{"source": "page", "referrer": "https://other.example/x"}"#,
    ] {
      let id = body.contains("other") ? "french-only" : "overheating"
      _ = try await site.ask(
        .post, "/api/v1/articles/\(id)/views", headers: headers, body: body)
    }
    _ = try await site.ask(
      .post, "/api/v1/articles/guide/alerts/views", headers: headers,
      body: #"{"source": "widget"}"#)
    let report = try await report()
    #expect(report.sourceCounts == [.search: 1, .link: 1, .widget: 1])
    #expect(report.topQueries.map(\.clickedCount) == [1])
  }

  @Test func `what came of a share is known without knowing whose it was`() async throws {
    let token = try await site.agentToken()
    let share = try await site.ask(
      .post, "/api/v1/articles/overheating/shares", headers: [.authorization: "Bearer " + token],
      body: #"{"lang": "fr"}"#
    ).json()
    let id = try #require(share["share_id"] as? String)
    let customer = headers([:], from: "203.0.113.9")
    #expect(try await site.ask(.get, "/s/\(id)", headers: customer).status == 302)
    try await vote(#"{"helpful": true}"#, from: "203.0.113.9")
    _ = try await site.ask(
      .get, "/api/v1/search?lang=fr&q=batterie", headers: customer)
    _ = try await site.ask(
      .post, "/api/v1/requests", headers: customer, body: #"{"kind": "expert"}"#)
    // Someone else's acts are not this customer's.
    try await vote(#"{"helpful": false}"#, from: "203.0.113.10")
    let funnel = try await report().funnel
    #expect(funnel.opened == 1)
    #expect(funnel.rated == 1)
    #expect(funnel.searchedAgain == 1)
    #expect(funnel.escalated == 1)
  }

  @Test func `a share is followed for a day, over midnight too`() throws {
    let trail = ShareTrail()
    let target = try #require(RequestTarget("/"))
    var headers = HTTPFields()
    headers[.userAgent] = "Mozilla/5.0"
    let request = Request(
      head: HTTPRequest(
        method: .get, scheme: "http", authority: "a", path: "/", headerFields: headers),
      body: RequestBody(buffer: ByteBuffer()))
    let peer = try SocketAddress(ipAddress: "203.0.113.1", port: 1)
    let reader = Reader(
      Call(request: request, target: target, site: site.server.snapshot, peer: peer))
    let evening = Timestamp(milliseconds: 20_001 * 86_400_000 - 300_000)
    func after(_ seconds: Int) -> Timestamp { evening.advanced(by: .seconds(seconds)) }
    trail.opened("s", of: "a", by: reader, at: evening)
    #expect(trail.outcome(.rated, of: "a", by: reader, at: after(600))?.shareID == "s")
    #expect(trail.outcome(.rated, of: "a", by: reader, at: after(700)) == nil)
    #expect(trail.outcome(.searched, by: reader, at: after(86_300))?.shareID == "s")
    #expect(trail.outcome(.escalated, by: reader, at: after(86_500)) == nil)
    trail.forget(at: after(86_300))
    #expect(trail.count == 1)
    trail.forget(at: after(86_500))
    #expect(trail.count == 0)
  }

  @Test func `a salt lives for a day`() {
    let salt = DailySalt()
    let noon = Timestamp(milliseconds: 20_000 * 86_400_000 + 43_200_000)
    let first = salt.digest(of: [1], for: "a", at: noon)
    #expect(salt.digest(of: [1], for: "a", at: noon) == first)
    #expect(salt.digest(of: [1], for: "b", at: noon) != first)
    #expect(salt.digest(of: [2], for: "a", at: noon) != first)
    let tomorrow = noon.advanced(by: .seconds(86_400))
    let kept = DailySalt(keptDays: 2)
    let before = kept.digests(of: [1], for: "a", at: noon)
    #expect(kept.digests(of: [1], for: "a", at: tomorrow).last == before[0])
    let later = tomorrow.advanced(by: .seconds(86_400))
    #expect(!kept.digests(of: [1], for: "a", at: later).contains(before[0]))
    #expect(salt.digest(of: [1], for: "a", at: tomorrow) != first)
    #expect(salt.digest(of: nil, for: "a", at: noon) != salt.digest(of: nil, for: "a", at: noon))
  }

  @Test func `old events go once the site says so`() async throws {
    let old = Timestamp.now.advanced(by: .seconds(-401 * 86_400))
    try await site.store.append([
      .search(SearchEvent(query: "vieux", language: "fr", hitCount: 1, microseconds: 1, time: old))
    ])
    await Retention(services: site.server.responder.services).apply()
    let report = try await report()
    #expect(report.topQueries.isEmpty)
    #expect(report.totals.searches == 1)
  }
}
