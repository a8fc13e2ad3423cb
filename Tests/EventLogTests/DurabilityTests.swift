import Foundation
import GRDB
import TestSupport
import Testing

@testable import EventLog

@Suite struct DurabilityTests {
  @Test func `every commit is flushed to the disk`() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteEventStore(path: folder.path + "/balise.sqlite")
    let (synchronous, journal) = try store.pool.writeWithoutTransaction { database in
      (
        try Int.fetchOne(database, sql: "PRAGMA synchronous"),
        try String.fetchOne(database, sql: "PRAGMA journal_mode")
      )
    }
    let full = 2
    #expect(synchronous == full)
    #expect(journal == "wal")
  }

  @Test func `acknowledged events survive kill -9`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/balise.sqlite"
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try SQLiteEventStore(path: path)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<100 {
          group.addTask {
            try await store.append([
              .view(ViewEvent(articleID: "article-\(number)", language: "fr"))
            ])
          }
        }
        try await group.waitForAll()
      }
      // Some that nobody was told are stored: they may be lost, and must do no harm.
      for _ in 0..<1000 {
        store.enqueue(.view(ViewEvent(articleID: "unacknowledged", language: "fr")))
      }
      kill(getpid(), SIGKILL)
    }
    let store = try SQLiteEventStore(path: path)
    let counts = try await store.viewCounts(of: (0..<100).map { "article-\($0)" })
    #expect(counts.count == 100)
    #expect(counts.values.allSatisfy { $0 == 1 })
    let check = try await store.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    #expect(check == "ok")
  }
}
