import Foundation
import GRDB

extension SQLiteEventStore {
  /// Claims messages that are due, for as long as a lease lasts.
  public func claimMessages(
    limit: Int, lease: Duration, at time: Timestamp
  ) async throws -> [OutboxEntry] {
    // Most of the time nothing is due, and asking costs no write.
    let isDue = try await read { database in
      try Bool.fetchOne(
        database,
        sql: "SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'waiting' AND due <= ?1 "
          + "AND lease <= ?1)", arguments: [time.milliseconds])
    }
    guard isDue == true else { return [] }
    return try await write { database in
      try Row.fetchAll(
        database,
        sql: "UPDATE outbox SET attempts = attempts + 1, lease = ?1 WHERE id IN ("
          + "SELECT id FROM outbox WHERE state = 'waiting' AND due <= ?2 AND lease <= ?2 "
          + "ORDER BY due, id LIMIT ?3) RETURNING *",
        arguments: [time.advanced(by: lease).milliseconds, time.milliseconds, limit]
      ).map(Self.outboxEntry)
    }
  }

  /// Notes what came of an attempt, unless the claim has been lost.
  public func settle(
    _ entry: OutboxEntry, _ outcome: OutboxOutcome, at time: Timestamp
  ) async throws {
    try await write { database in
      // A later attempt has another number: only the one that holds the claim matches.
      let claim = "WHERE id = ? AND attempts = ? AND state = 'waiting'"
      switch outcome {
      case .sent:
        try database.execute(
          sql:
            "UPDATE outbox SET state = 'sent', message = x'', fault = NULL, changed = ? \(claim)",
          arguments: [time.milliseconds, entry.id, entry.attempts])
      case .retry(let due, let fault):
        try database.execute(
          sql: "UPDATE outbox SET due = ?, lease = 0, failures = failures + 1, fault = ?, "
            + "changed = ? \(claim)",
          arguments: [
            due.milliseconds, fault.bounded(to: TextLimit.note), time.milliseconds, entry.id,
            entry.attempts,
          ])
      case .dead(let fault):
        try database.execute(
          sql: "UPDATE outbox SET state = 'dead', failures = failures + 1, fault = ?, "
            + "changed = ? \(claim)",
          arguments: [
            fault.bounded(to: TextLimit.note), time.milliseconds, entry.id, entry.attempts,
          ])
      }
    }
  }

  /// Notes that the message of a share came back.
  public func noteBounce(shareID: String, fault: String, at time: Timestamp) async throws -> Bool {
    try await write { database in
      try database.execute(
        sql: "UPDATE outbox SET state = 'bounced', fault = ?, changed = ? "
          + "WHERE share = ? AND state IN ('sent', 'bounced')",
        arguments: [fault.bounded(to: TextLimit.note), time.milliseconds, shareID])
      return database.changesCount > 0
    }
  }

  /// The messages in a state, the last changed first, and how many there are in all.
  public func messages(
    in state: OutboxEntry.State, limit: Int, offset: Int
  ) async throws -> (messages: [OutboxEntry], total: Int) {
    try await read { database in
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT * FROM outbox WHERE state = ? ORDER BY changed DESC, id DESC LIMIT ? OFFSET ?",
        arguments: [state.rawValue, limit, offset])
      let total = try Int.fetchOne(
        database, sql: "SELECT COUNT(*) FROM outbox WHERE state = ?", arguments: [state.rawValue])
      return (rows.map(Self.outboxEntry), total ?? 0)
    }
  }

  /// Has a dead message sent again; one whose link was revoked or has expired stays unsent.
  public func resendMessage(id: Int64, at time: Timestamp) async throws -> Bool {
    try await write { database in
      try database.execute(
        sql: "UPDATE outbox SET state = 'waiting', due = ?1, lease = 0, failures = 0, changed = ?1 "
          + "WHERE id = ?2 AND state = 'dead' AND length(message) > 0 AND NOT EXISTS ("
          + "SELECT 1 FROM share WHERE id = outbox.share "
          + "AND (revoked IS NOT NULL OR expires <= ?1))",
        arguments: [time.milliseconds, id])
      return database.changesCount > 0
    }
  }

  /// How many messages there are in each state.
  public func messageCounts() async throws -> [OutboxEntry.State: Int] {
    try await read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT state, COUNT(*) AS count FROM outbox GROUP BY state")
      return rows.reduce(into: [:]) { counts, row in
        if let state = OutboxEntry.State(rawValue: row["state"]) { counts[state] = row["count"] }
      }
    }
  }

  static func outboxEntry(_ row: Row) -> OutboxEntry {
    let message: Data = row["message"]
    return OutboxEntry(
      id: row["id"], shareID: row["share"], requestID: row["request"], channel: row["channel"],
      message: Array(message), state: OutboxEntry.State(rawValue: row["state"]) ?? .dead,
      due: Timestamp(milliseconds: row["due"]), attempts: row["attempts"],
      failures: row["failures"], fault: row["fault"],
      changed: Timestamp(milliseconds: row["changed"]))
  }
}
