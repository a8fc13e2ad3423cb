import EventLog
import Foundation
import TestSupport
import Testing

@Suite struct EventStoreTests {
  let folder: TemporaryFolder
  let store: SQLiteEventStore

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteEventStore(path: folder.path + "/data/balise.sqlite")
  }

  @Test func `views are counted by article over all languages`() async throws {
    try await store.append([
      .view(ViewEvent(articleID: "a", language: "fr")),
      .view(ViewEvent(articleID: "a", language: "en")),
      .view(ViewEvent(articleID: "b", language: "fr")),
    ])
    let counts = try await store.viewCounts(of: ["a", "b", "never", "a"])
    #expect(counts == ["a": 2, "b": 1])
  }

  @Test func `an identifier that is SQL or holds control characters is only text`() async throws {
    let id = "a'; DROP TABLE view;--\"\u{0}é"
    try await store.append([.view(ViewEvent(articleID: id, language: "fr"))])
    let viewed = try await store.mostViewed(language: nil, period: .all, limit: 5)
    #expect(viewed == [ArticleCount(articleID: "a'; DROP TABLE view;--\" é", count: 1)])
  }

  @Test func `many writers at once all have their events stored`() async throws {
    let store = store
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<200 {
        group.addTask {
          try await store.append([
            .view(ViewEvent(articleID: "article-\(number % 7)", language: "fr"))
          ])
        }
      }
      try await group.waitForAll()
    }
    let totals = try await store.report(period: .all, limit: 10).totals
    #expect(totals.views == 200)
  }

  @Test func `enqueued events are stored once flushed`() async throws {
    for number in 0..<50 {
      store.enqueue(
        .search(
          SearchEvent(query: "q\(number)", language: "fr", hitCount: number, microseconds: 9)))
    }
    await store.flush()
    let totals = try await store.report(period: .all, limit: 10).totals
    #expect(totals.searches == 50)
    #expect(totals.emptySearches == 1)
  }

  @Test func `totals of a group are those of its events`() async throws {
    for hits in [0, 2, 0, 1] {
      store.enqueue(
        .search(SearchEvent(query: " SOC", language: "fr", hitCount: hits, microseconds: 9)))
    }
    store.enqueue(.search(SearchEvent(query: "soc", language: "en", hitCount: 0, microseconds: 9)))
    await store.flush()
    store.enqueue(.search(SearchEvent(query: "Soc", language: "fr", hitCount: 1, microseconds: 9)))
    await store.flush()
    let report = try await store.report(period: .all, limit: 10)
    #expect(
      report.topQueries == [
        QueryCount(query: "soc", language: "fr", count: 5, emptyCount: 2),
        QueryCount(query: "soc", language: "en", count: 1, emptyCount: 1),
      ])
  }

  @Test func `what nobody waits for is stored soon, and at once with what somebody does`()
    async throws
  {
    let search = Event.search(
      SearchEvent(query: "soc", language: "fr", hitCount: 1, microseconds: 9))
    store.enqueue(search)
    let clock = ContinuousClock()
    let start = clock.now
    while try await store.report(period: .all, limit: 1).totals.searches == 0 {
      try #require(start.duration(to: clock.now) < .seconds(60))
      try await Task.sleep(for: .milliseconds(5))
    }
    store.enqueue(search)
    try await store.append([.view(ViewEvent(articleID: "a", language: "fr"))])
    #expect(try await store.report(period: .all, limit: 1).totals.searches == 2)
    // Closing waits for what gathers.
    store.enqueue(search)
    try await store.close()
    let again = try SQLiteEventStore(path: store.path)
    #expect(try await again.report(period: .all, limit: 1).totals.searches == 3)
  }

  @Test func `a store that is closed leaves one file, with all that was read from it`() async throws
  {
    try await store.append([.view(ViewEvent(articleID: "a", language: "fr"))])
    _ = try await store.viewCounts(of: ["a"])
    try await store.close()
    for ending in ["-wal", "-shm"] {
      #expect(!FileManager.default.fileExists(atPath: store.path + ending))
    }
  }

  @Test func `a share is found by its id and its openings are counted`() async throws {
    let share = Share(
      id: "x1", articleID: "a", language: "fr", channel: "link", agent: "Zoé",
      conversationID: "42", recipient: nil, customer: "ACME", note: "voilà",
      time: Timestamp(milliseconds: 1_700_000_000_123))
    try await store.append([.share(share)])
    try await store.append([
      .opening(OpeningEvent(shareID: "x1")), .opening(OpeningEvent(shareID: "x1")),
    ])
    #expect(try await store.share(id: "x1") == share)
    #expect(try await store.share(id: "X1") == nil)
    #expect(try await store.openingCount(shareID: "x1") == 2)
    #expect(try await store.openingCount(shareID: "none") == 0)
  }

  @Test func `a share's id cannot be used twice, and others are not lost with it`() async throws {
    let share = Share(id: "x1", articleID: "a", language: "fr", channel: "link", agent: "Zoé")
    try await store.append([.share(share)])
    let store = store
    let failures: [EventLogError.Code] = await withTaskGroup(of: EventLogError?.self) { group in
      for number in 0..<40 {
        group.addTask {
          let event: Event =
            number == 20 ? .share(share) : .view(ViewEvent(articleID: "a", language: "fr"))
          do {
            try await store.append([event])
            return nil
          } catch {
            return error as? EventLogError
          }
        }
      }
      return await group.reduce(into: []) { errors, error in
        if let error { errors.append(error.code) }
      }
    }
    #expect(failures == [.shareExists])
    #expect(try await store.viewCounts(of: ["a"]) == ["a": 39])
  }

  @Test func `what was stored is there after closing and opening again`() async throws {
    try await store.append([.view(ViewEvent(articleID: "a", language: "fr"))])
    store.enqueue(.view(ViewEvent(articleID: "a", language: "fr")))
    try await store.close()
    let again = try SQLiteEventStore(path: store.path)
    #expect(try await again.viewCounts(of: ["a"]) == ["a": 2])
  }

  @Test func `a closed store refuses to write and to read`() async throws {
    try await store.close()
    await #expect { try await store.append([.opening(OpeningEvent(shareID: "a"))]) } throws: {
      ($0 as? EventLogError)?.code == .closed
    }
    await #expect { try await store.ping() } throws: { ($0 as? EventLogError)?.code == .closed }
  }

  @Test func `a second store reads the same file without writing`() async throws {
    try await store.append([.view(ViewEvent(articleID: "a", language: "fr"))])
    let reader = try SQLiteEventStore(path: store.path, readOnly: true)
    #expect(try await reader.viewCounts(of: ["a"]) == ["a": 1])
    await #expect {
      try await reader.append([.view(ViewEvent(articleID: "a", language: "fr"))])
    } throws: {
      ($0 as? EventLogError)?.code == .readOnly
    }
  }
}
