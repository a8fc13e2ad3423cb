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
        TypedSearch(
          query: $0, language: "fr", hitCount: hasHits ? 3 : 0, hitIDs: hasHits ? ["a", "b"] : [],
          isSubmitted: isSubmitted), visitor: [visitor],
        time: start.advanced(by: .seconds(second)))
    }.map(\.event.query)
  }

  private func takeAll() -> [SearchEvent] {
    bursts.takeAll().map(\.event).sorted { $0.time < $1.time }
  }

  @Test func `of a burst of typing only the last query is left`() {
    #expect(type("s", "su", "sur", "surch", "Surchauffe", "surchauffe ").isEmpty)
    #expect(takeAll().map(\.query) == ["surchauffe "])
    #expect(bursts.takeAll().isEmpty)
  }

  @Test func `deleting letters leaves the longest`() {
    type("surchauffe", "surchauf", "sur", "alerte")
    #expect(takeAll().map(\.query) == ["surchauffe", "alerte"])
  }

  @Test func `a query that was submitted stays though a longer one follows`() {
    type("charge", isSubmitted: true)
    type("charge lente", at: 5)
    #expect(takeAll().map(\.query) == ["charge", "charge lente"])
  }

  @Test func `after two minutes a query is finished`() {
    type("charge")
    #expect(type("charge lente", at: 121) == ["charge"])
    #expect(bursts.finished(at: start.advanced(by: .seconds(240))).isEmpty)
    let finished = bursts.finished(at: start.advanced(by: .seconds(242)))
    #expect(finished.map(\.event.query) == ["charge lente"])
  }

  @Test func `what found nothing ends a burst, and may not be suggested`() throws {
    type("surch")
    type("surchxx", hasHits: false)
    let finished = bursts.takeAll()
    #expect(finished.map(\.event.query) == ["surchxx"])
    #expect(finished.map(\.event.hitCount) == [0])
    #expect(try #require(finished.first?.query).hasHits == false)
  }

  @Test func `an article that was found and is opened is the click of its search`() throws {
    type("charge")
    #expect(bursts.opened("b", by: [1], time: start.advanced(by: .seconds(9))))
    #expect(!bursts.opened("c", by: [1], time: start.advanced(by: .seconds(9))))
    #expect(!bursts.opened("b", by: [2], time: start.advanced(by: .seconds(9))))
    #expect(!bursts.opened("b", by: nil, time: start))
    // What is opened next does not change what was opened first.
    #expect(bursts.opened("a", by: [1], time: start.advanced(by: .seconds(20))))
    #expect(takeAll().map(\.click) == [SearchEvent.Click(articleID: "b", rank: 2)])
  }

  @Test func `a click that comes too late is none`() {
    type("charge")
    #expect(!bursts.opened("a", by: [1], time: start.advanced(by: .seconds(121))))
  }

  @Test func `whoever asks in other words had not found it`() {
    type("charge lente")
    type("batterie froide", at: 20)
    #expect(takeAll().map(\.isReformulated).sorted { $0 && !$1 } == [true, false])
    type("charge lente")
    _ = bursts.opened("a", by: [1], time: start.advanced(by: .seconds(5)))
    type("batterie froide", at: 20)
    #expect(takeAll().map(\.isReformulated) == [false, false])
  }

  @Test func `a longer query that is private takes its beginning with it`() {
    type("jean", "jean@example.com")
    #expect(bursts.takeAll().compactMap(\.query).isEmpty)
  }

  @Test func `visitors are told apart for one query and one day, and no further`() {
    type("soc", "alerte", by: 1)
    type("soc", by: 2)
    let events = bursts.takeAll().compactMap(\.query)
    let first = events.filter { $0.query == "soc" }.map(\.visitor)
    #expect(Set(first).count == 2)
    #expect(!first.contains(events.first { $0.query == "alerte" }?.visitor ?? []))
    // The same visitor, the same query, within the day, then on the next.
    type("soc", by: 1, at: 100)
    let again = bursts.takeAll().compactMap(\.query).map(\.visitor)
    #expect(first.contains(again[0]))
    type("soc", by: 1, at: 86_400)
    #expect(!first.contains(bursts.takeAll().compactMap(\.query)[0].visitor))
  }

  @Test func `the search of a visitor who is not known is finished at once`() {
    let finished = bursts.add(
      TypedSearch(query: "soc", language: "fr", hitCount: 1, isSubmitted: true), visitor: nil)
    #expect(finished.map(\.event.query) == ["soc"])
    #expect(finished.compactMap(\.query).isEmpty)
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
