import Foundation
import GRDB

extension SQLiteEventStore {
  /// Begins to answer a request that may be sent twice; nil if it is new, else what is known of it.
  ///
  /// A request that was begun and never answered, because the server was killed, is new again after
  /// a minute; if what it brings about is stored, only the very same one is, and it stores nothing.
  public func beginRequest(
    key: [UInt8], fingerprint: [UInt8], at time: Timestamp
  ) async throws -> AnsweredRequest? {
    let lost = time.advanced(by: Self.unansweredRequests)
    return try await write { database in
      _ = try Self.forgetAnswers(at: time, database)
      let row = try Row.fetchOne(
        database, sql: "SELECT * FROM answered_request WHERE key = ?", arguments: [Data(key)])
      if let row {
        let stored: Data = row["fingerprint"]
        let body: Data? = row["body"]
        let known = AnsweredRequest(
          fingerprint: Array(stored), time: Timestamp(milliseconds: row["time"]),
          status: row["status"], body: body.map { Array($0) } ?? [])
        let isLost = known.status == nil && known.time <= lost
        return isLost && known.fingerprint == fingerprint ? nil : known
      }
      try database.execute(
        sql: "INSERT INTO answered_request (key, fingerprint, time) VALUES (?, ?, ?)",
        arguments: [Data(key), Data(fingerprint), time.milliseconds])
      return nil
    }
  }

  /// Keeps the answer to a request that may be sent twice.
  public func finishRequest(key: [UInt8], status: Int, body: [UInt8]) async throws {
    try await write { database in
      try database.execute(
        sql: "UPDATE answered_request SET status = ?, body = ? WHERE key = ?",
        arguments: [status, Data(body), Data(key)])
    }
  }

  /// Forgets a request that was not answered, unless what it brings about is stored.
  public func forgetRequest(key: [UInt8]) async throws {
    try await write { database in
      try database.execute(
        sql: "DELETE FROM answered_request WHERE key = ? AND done = 0", arguments: [Data(key)])
    }
  }

  /// Forgets answers that are repeated no more, which hold what they told; the number of them.
  static func forgetAnswers(at time: Timestamp, _ database: Database) throws -> Int {
    try database.execute(
      sql: "DELETE FROM answered_request WHERE time <= ? "
        + "OR (status IS NULL AND done = 0 AND time <= ?)",
      arguments: [
        time.advanced(by: keptAnswers).milliseconds,
        time.advanced(by: unansweredRequests).milliseconds,
      ])
    return database.changesCount
  }

  private static let keptAnswers = Duration.seconds(-86_400)
  private static let unansweredRequests = Duration.seconds(-60)
}
