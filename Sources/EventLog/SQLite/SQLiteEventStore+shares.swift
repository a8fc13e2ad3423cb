import Foundation
import GRDB

extension SQLiteEventStore {
  /// Stores a share together with its message, or neither of them.
  public func accept(_ share: Share, message: [UInt8]?, due: Timestamp) async throws {
    try await write { database in
      try EventWriter.write(share, to: database)
      guard let message else { return }
      try Self.enqueue(
        message, channel: share.channel, share: share.id, due: due, at: share.time, database)
    }
  }

  /// Stores a request together with the mail that tells experts of it, or neither of them.
  public func accept(_ request: HelpRequest, message: [UInt8]?, due: Timestamp) async throws {
    try await write { database in
      let isKnown = try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM request WHERE id = ?)",
        arguments: [request.id])
      guard isKnown != true else { return }
      try EventWriter.write(request, to: database)
      guard let message else { return }
      try Self.enqueue(
        message, channel: "email", request: request.id, due: due, at: request.time, database)
    }
  }

  /// Puts a message into the outbox, of a share or of a request.
  private static func enqueue(
    _ message: [UInt8], channel: String, share: String? = nil, request: String? = nil,
    due: Timestamp, at time: Timestamp, _ database: Database
  ) throws {
    try database.execute(
      sql: "INSERT INTO outbox (share, request, channel, message, state, due, changed) "
        + "VALUES (?, ?, ?, ?, 'waiting', ?, ?)",
      arguments: [share, request, channel, Data(message), due.milliseconds, time.milliseconds])
  }

  /// A share with what became of it, or nil.
  public func shareSummary(id: String) async throws -> ShareSummary? {
    try await read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM share WHERE id = ?", arguments: [id])
        .map { try Self.summary($0, database) }
    }
  }

  /// The latest shares, the last one first, and how many there are in all.
  public func shareSummaries(
    conversation: String?, agent: String?, limit: Int, offset: Int
  ) async throws -> (shares: [ShareSummary], total: Int) {
    try await read { database in
      let condition =
        "WHERE (?1 IS NULL OR conversation = ?1) AND (?2 IS NULL OR agent = ?2)"
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT * FROM share \(condition) ORDER BY time DESC, id LIMIT ?3 OFFSET ?4",
        arguments: [conversation, agent, limit, offset])
      let total = try Int.fetchOne(
        database, sql: "SELECT COUNT(*) FROM share \(condition)", arguments: [conversation, agent])
      return (try rows.map { try Self.summary($0, database) }, total ?? 0)
    }
  }

  /// Takes a share back as if it had never been, unless its message has been tried to send.
  public func undoShare(id: String, at time: Timestamp) async throws -> Bool {
    try await write { database in
      try database.execute(
        sql: "DELETE FROM outbox WHERE share = ? AND state = 'waiting' AND attempts = 0",
        arguments: [id])
      guard database.changesCount > 0 else { return false }
      try database.execute(sql: "DELETE FROM opening WHERE share = ?", arguments: [id])
      try database.execute(sql: "DELETE FROM share WHERE id = ?", arguments: [id])
      return true
    }
  }

  /// Makes a share's link work no more, and keeps its message from being sent, now or again.
  public func revokeShare(id: String, at time: Timestamp) async throws {
    try await write { database in
      try database.execute(
        sql: "UPDATE share SET revoked = ? WHERE id = ? AND revoked IS NULL",
        arguments: [time.milliseconds, id])
      try database.execute(
        sql: "UPDATE outbox SET state = 'dead', fault = 'the share was revoked', message = x'', "
          + "changed = ? WHERE share = ? AND state IN ('waiting', 'dead')",
        arguments: [time.milliseconds, id])
    }
  }

  private static func share(_ row: Row) -> Share {
    let expires: Int64? = row["expires"]
    let revoked: Int64? = row["revoked"]
    return Share(
      id: row["id"], articleID: row["article"], language: row["language"],
      channel: row["channel"], agent: row["agent"], conversationID: row["conversation"],
      recipient: row["recipient"], customer: row["customer"], note: row["note"],
      time: Timestamp(milliseconds: row["time"]),
      kind: ShareKind(rawValue: row["kind"]) ?? .reference, anchor: row["anchor"],
      expires: expires.map { Timestamp(milliseconds: $0) },
      revoked: revoked.map { Timestamp(milliseconds: $0) })
  }

  private static func summary(_ row: Row, _ database: Database) throws -> ShareSummary {
    let share = share(row)
    let message = try Row.fetchOne(
      database, sql: "SELECT * FROM outbox WHERE share = ?", arguments: [share.id])
    let openings = try Row.fetchOne(
      database, sql: "SELECT COUNT(*) AS count, MIN(time) AS first FROM opening WHERE share = ?",
      arguments: [share.id])
    let first: Int64? = openings?["first"]
    return ShareSummary(
      share: share, message: message.map(outboxEntry), openings: openings?["count"] ?? 0,
      firstOpening: first.map { Timestamp(milliseconds: $0) })
  }
}
