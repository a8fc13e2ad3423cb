import BuiltSite
import Digest
import EventLog
import Foundation
import HTTPTypes
import Search
import TestSupport
import Testing

@testable import Companion

@Suite struct SignalsTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  private var signals: RankingSignals { site.server.signals.signals(for: site.server.snapshot) }

  private func type(_ query: String, from address: String, language: String = "fr") async throws {
    let name = try #require(HTTPField.Name("X-Forwarded-For"))
    _ = try await site.ask(
      .get, "/api/v1/search?lang=\(language)&q=" + PercentCoding.encoded(query),
      headers: [name: address])
  }

  private func finishBursts() {
    let finished = site.server.responder.services.bursts.takeAll()
    for event in finished.flatMap(\.events) { site.store.enqueue(event) }
  }

  @Test func `views and shares make articles popular in their language's index`() async throws {
    #expect(signals.popularity["fr"]?.isNeutral == true)
    try await site.store.append([.view(ViewEvent(articleID: "french-only", language: "fr"))])
    await site.refresh()
    let index = try #require(site.server.snapshot.searchers["fr"]?.index)
    let number = try #require(index.documentNumber(id: "french-only"))
    #expect(signals.popularity["fr"]?.factor(of: number) ?? 0 > 1)
    #expect(signals.popularity["en"]?.isNeutral == true)
    #expect(signals.views(of: "french-only") == 1)
  }

  @Test func `answers are kept until something changes`() async throws {
    _ = try await site.ask(.get, "/api/v1/search?lang=fr&q=batterie")
    let before = signals
    await site.refresh()
    #expect(signals === before)
    try await site.store.append([.view(ViewEvent(articleID: "overheating", language: "fr"))])
    let stale = try await site.ask(.get, "/api/v1/search?lang=fr&q=batterie").text
    await site.refresh()
    #expect(signals !== before)
    let fresh = try await site.ask(.get, "/api/v1/search?lang=fr&q=batterie").text
    #expect(!stale.contains("\"views\":1"))
    #expect(fresh.contains("\"views\":1"))
  }

  @Test func `a store that cannot answer leaves what was known`() async throws {
    try await site.store.append([.view(ViewEvent(articleID: "overheating", language: "fr"))])
    await site.refresh()
    try await site.store.close()
    await site.server.signals.refresh()
    #expect(signals.views(of: "overheating") == 1)
    #expect(try await site.ask(.get, "/api/v1/search?lang=fr&q=batterie").status == 200)
  }

  @Test func `a new site is weighed anew, and until then its order is its own`() async throws {
    try await site.store.append([.view(ViewEvent(articleID: "overheating", language: "fr"))])
    await site.refresh()
    let next = try SiteSnapshot.load(site.folder.path + "/site")
    let unweighed = site.server.signals.signals(for: next)
    #expect(unweighed.popularity.isEmpty)
    #expect(unweighed.views(of: "overheating") == 1)
    #expect(unweighed.answers !== signals.answers)
    try FileManager.default.removeItem(atPath: site.folder.path + "/site")
    try TestSite.write(to: site.folder, key: "2")
    site.server.watcher.check()
    #expect(signals.site.report.key == "2")
    #expect(signals.popularity["fr"]?.isNeutral == false)
  }

  @Test func `what three people asked is suggested to the next`() async throws {
    for address in ["203.0.113.1", "203.0.113.2"] {
      try await type("batterie chaude", from: address)
    }
    for query in ["b", "ba", "batterie chau", "Batterie  chaude"] {
      try await type(query, from: "203.0.113.3")
    }
    // The same person again, another language, and a query that found nothing.
    try await type("batterie chaude", from: "203.0.113.3")
    finishBursts()
    await site.refresh()
    #expect(signals.pastQueries(in: "fr").queries == [PastQuery(text: "batterie chaude", count: 3)])
    #expect(signals.pastQueries(in: "en").queries.isEmpty)
    let json = try await site.ask(.get, "/api/v1/suggest?lang=fr&q=batt").json()
    let first = try #require((json["suggestions"] as? [[String: Any]])?.first)
    #expect(first["kind"] as? String == "query")
    #expect(first["html"] as? String == "<mark>batterie</mark> chaude")
    #expect(first["url"] as? String == "/fr/search/?q=batterie%20chaude")
    #expect(first["id"] is NSNull)
  }

  @Test(arguments: ["jean@example.com", "batterie 0612345678", "néant"])
  func `what is private or finds nothing is never suggested`(query: String) async throws {
    for number in 1...5 { try await type(query, from: "203.0.113.\(number)") }
    finishBursts()
    await site.refresh()
    #expect(signals.pastQueries(in: "fr").queries.isEmpty)
  }

  @Test func `the search page submits a query, whatever is typed after it`() async throws {
    let name = try #require(HTTPField.Name("X-Forwarded-For"))
    for number in 1...3 {
      let headers: HTTPFields = [name: "203.0.113.\(number)"]
      _ = try await site.ask(.get, "/fr/search/?q=batterie", headers: headers)
      try await type("batterie compte", from: "203.0.113.\(number)")
    }
    finishBursts()
    await site.refresh()
    #expect(signals.pastQueries(in: "fr").queries.map(\.text) == ["batterie", "batterie compte"])
  }
}
