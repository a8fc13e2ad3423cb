import EventLog
import Foundation
import GRDB
import TestSupport
import Testing

@testable import EventLog

@Suite struct MigrationTests {
  @Test func `agents and tokens of an older database are kept`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/balise.sqlite"
    let queue = try DatabaseQueue(path: path)
    try await queue.write { database in
      for migration in Migration.all.prefix(2) { try database.execute(sql: migration.sql) }
      try database.execute(sql: "PRAGMA application_id = \(Migration.applicationID)")
      try database.execute(sql: "PRAGMA user_version = 2")
      try database.execute(
        sql:
          "INSERT INTO agent (name, token_hash, added, revoked) VALUES (?, ?, ?, ?), (?, ?, ?, ?)",
        arguments: ["Zoé", Data([1]), 5, nil, "Zoé", Data([2]), 4, 6])
    }
    try queue.close()
    let store = try SQLiteEventStore(path: path)
    let access = try await store.access(tokenHash: [1], at: .now)
    #expect(access?.agent == Agent(name: "Zoé", added: Timestamp(milliseconds: 5)))
    #expect(access?.scopes == [.articles, .shares, .reports])
    #expect(try await store.access(tokenHash: [2], at: .now) == nil)
    #expect(try await store.agents().count == 2)
  }
}
