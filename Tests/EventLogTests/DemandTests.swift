import EventLog
import TestSupport
import Testing

@Suite struct DemandTests {
  let folder: TemporaryFolder
  let store: SQLiteEventStore
  private let today: Int64 = 20_000

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteEventStore(path: folder.path + "/balise.sqlite")
  }

  private func view(_ id: String, daysAgo: Int64, source: ViewSource = .site) -> Event {
    .view(
      ViewEvent(
        articleID: id, language: "fr", source: source,
        time: Timestamp(milliseconds: (today - daysAgo) * 86_400_000 + 5)))
  }

  private func share(_ id: String, daysAgo: Int64) -> Event {
    .share(
      Share(
        id: RandomIdentifier.generate(length: 22), articleID: id, language: "fr", channel: "link",
        agent: "Zoé", time: Timestamp(milliseconds: (today - daysAgo) * 86_400_000 + 5)))
  }

  private func demand(_ days: Range<Int64>? = nil) async throws -> [String: Double] {
    try await store.decayedViews(in: days ?? 0..<(today + 1), asOf: today)
  }

  @Test func `a view weighs half as much after ninety days`() async throws {
    try await store.append([
      view("new", daysAgo: 0), view("new", daysAgo: 0, source: .share), view("old", daysAgo: 90),
      view("older", daysAgo: 180), view("older", daysAgo: 90),
    ])
    #expect(try await demand() == ["new": 2, "old": 0.5, "older": 0.75])
  }

  @Test func `an agent's share weighs as much as three views`() async throws {
    try await store.append([
      share("a", daysAgo: 0), view("a", daysAgo: 0), share("b", daysAgo: 90),
    ])
    #expect(try await demand() == ["a": 4, "b": 1.5])
  }

  @Test func `an opening of a share weighs as much as a view, in the share's article`() async throws
  {
    let shared = Share(
      id: RandomIdentifier.generate(length: 22), articleID: "a", language: "fr", channel: "link",
      agent: "Zoé", time: Timestamp(milliseconds: (today - 90) * 86_400_000))
    try await store.append([.share(shared)])
    try await store.append([
      .opening(
        OpeningEvent(shareID: shared.id, time: Timestamp(milliseconds: today * 86_400_000 + 5))),
      .opening(
        OpeningEvent(shareID: "nobody's", time: Timestamp(milliseconds: today * 86_400_000))),
    ])
    #expect(try await demand() == ["a": 2.5])
  }

  @Test func `ranges of days add up to the whole`() async throws {
    try await store.append(
      (0..<200).flatMap { [view("a", daysAgo: $0), share("b", daysAgo: $0)] })
    let before = try await demand(0..<(today - 1))
    let recent = try await demand((today - 1)..<(today + 1))
    let whole = try await demand()
    for id in ["a", "b"] {
      let sum = (before[id] ?? 0) + (recent[id] ?? 0)
      #expect(abs(sum - (whole[id] ?? 0)) < 1e-9)
    }
    #expect(recent["a"] ?? 0 > 1.9)
  }

  @Test func `a clock that goes ahead gives no view more than its weight`() async throws {
    try await store.append([view("a", daysAgo: -1)])
    #expect(try await demand(0..<(today + 2)) == ["a": 1])
  }

  @Test func `days beyond the calendar are only empty`() async throws {
    try await store.append([share("a", daysAgo: 0)])
    #expect(try await store.decayedViews(in: .min ..< .max, asOf: today) == ["a": 3])
  }
}
