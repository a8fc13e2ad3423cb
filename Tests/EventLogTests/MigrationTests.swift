import EventLog
import Foundation
import GRDB
import TestSupport
import Testing

@testable import EventLog

@Suite struct MigrationTests {
  @Test func `messages of an older database are still sent`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/balise.sqlite"
    let queue = try DatabaseQueue(path: path)
    try await queue.write { database in
      for migration in Migration.all.prefix(5) { try database.execute(sql: migration.sql) }
      try database.execute(sql: "PRAGMA application_id = \(Migration.applicationID)")
      try database.execute(sql: "PRAGMA user_version = 5")
      try database.execute(
        sql: "INSERT INTO share (id, time, article, language, channel, agent) "
          + "VALUES ('s', 1, 'a', 'fr', 'email', 'Zoé')")
      try database.execute(
        sql: "INSERT INTO outbox (id, share, channel, message, state, due, attempts, changed) "
          + "VALUES (7, 's', 'email', x'09', 'waiting', 2, 3, 4)")
    }
    try queue.close()
    let store = try SQLiteEventStore(path: path)
    let entry = try #require(
      try await store.claimMessages(limit: 9, lease: .seconds(1), at: .now).first)
    #expect((entry.id, entry.shareID, entry.attempts) == (7, "s", 4))
    #expect(entry.message == [9])
  }

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
