import EventLog
import Testing

@testable import Companion

@Suite struct QueryBurstsTests {
  private let bursts = QueryBursts()
  private let start = Timestamp(milliseconds: 20_000 * 86_400_000)

  @discardableResult
  private func type(
    _ queries: String..., by visitor: UInt8 = 1, at second: Int = 0, hasHits: Bool = true,
    isSubmitted: Bool = false
  ) -> [String] {
    queries.flatMap {
      bursts.add(
        $0, language: "fr", hasHits: hasHits, isSubmitted: isSubmitted, network: [visitor],
        time: start.advanced(by: .seconds(second)))
    }.map(\.query)
  }

  @Test func `of a burst of typing only the last query is left`() {
    #expect(type("s", "su", "sur", "surch", "Surchauffe", "surchauffe ").isEmpty)
    #expect(bursts.takeAll().map(\.query) == ["surchauffe"])
    #expect(bursts.takeAll().isEmpty)
  }

  @Test func `deleting letters leaves the longest`() {
    type("surchauffe", "surchauf", "sur", "alerte")
    #expect(bursts.takeAll().map(\.query) == ["surchauffe", "alerte"])
  }

  @Test func `a query that was submitted stays though a longer one follows`() {
    type("charge", isSubmitted: true)
    type("charge lente", at: 5)
    #expect(bursts.takeAll().map(\.query) == ["charge", "charge lente"])
  }

  @Test func `after half a minute a query is finished`() {
    type("charge")
    #expect(type("charge lente", at: 31) == ["charge"])
    #expect(bursts.finished(at: start.advanced(by: .seconds(60))).isEmpty)
    #expect(bursts.finished(at: start.advanced(by: .seconds(62))).map(\.query) == ["charge lente"])
  }

  @Test func `what found nothing ends a burst and counts for nothing`() {
    type("surch")
    type("surchxx", hasHits: false)
    #expect(bursts.takeAll().isEmpty)
  }

  @Test func `a longer query that is private takes its beginning with it`() {
    type("jean", "jean@example.com")
    #expect(bursts.takeAll().isEmpty)
  }

  @Test func `visitors are told apart for one query and one day, and no further`() {
    type("soc", "alerte", by: 1)
    type("soc", by: 2)
    let events = bursts.takeAll()
    let first = events.filter { $0.query == "soc" }.map(\.visitor)
    #expect(Set(first).count == 2)
    #expect(!first.contains(events.first { $0.query == "alerte" }?.visitor ?? []))
    // The same visitor, the same query, within the day, then on the next.
    type("soc", by: 1, at: 100)
    let again = bursts.takeAll().map(\.visitor)
    #expect(first.contains(again[0]))
    type("soc", by: 1, at: 86_400)
    #expect(!first.contains(bursts.takeAll()[0].visitor))
  }

  @Test func `a visitor who is not known counts for nothing`() {
    _ = bursts.add("soc", language: "fr", hasHits: true, isSubmitted: true, network: nil)
    #expect(bursts.takeAll().isEmpty)
  }

  @Test func `one visitor's queries do not pile up`() {
    let finished = (0..<100).flatMap {
      type("query \(Character(Unicode.Scalar(UInt8(65 + $0 % 26)))) x\($0)")
    }
    #expect(finished.count == 92)
    #expect(bursts.takeAll().count == 8)
  }
}
