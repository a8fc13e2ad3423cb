import Foundation
import GRDB

extension SQLiteEventStore {
  /// Adds a link by which an agent signs in once.
  public func addSignInLink(agent: String, hash: [UInt8], expires: Timestamp) async throws {
    try await write { database in
      let id = try Self.requiredAgentID(agent, database)
      try database.execute(
        sql: "INSERT INTO sign_in_link (hash, agent, expires) VALUES (?, ?, ?)",
        arguments: [Data(hash), id, expires.milliseconds])
    }
  }

  /// The agent who may sign in by a link; the link still works afterwards.
  public func signInLink(hash: [UInt8], at time: Timestamp) async throws -> Agent? {
    try await read { database in try Self.linkedAgent(hash, time, database) }
  }

  /// The agent who may sign in by a link; the link works no more.
  public func takeSignInLink(hash: [UInt8], at time: Timestamp) async throws -> Agent? {
    try await write { database in
      let agent = try Self.linkedAgent(hash, time, database)
      try database.execute(
        sql: "DELETE FROM sign_in_link WHERE hash = ? OR expires <= ?",
        arguments: [Data(hash), time.milliseconds])
      return agent
    }
  }

  /// Begins a session.
  public func startSession(agent: String, hash: [UInt8], time: Timestamp) async throws {
    try await write { database in
      let id = try Self.requiredAgentID(agent, database)
      try database.execute(
        sql: "INSERT INTO session (hash, agent, started, seen) VALUES (?, ?, ?, ?)",
        arguments: [Data(hash), id, time.milliseconds, time.milliseconds])
    }
  }

  /// The agent of a session that is within its limits.
  ///
  /// The use is noted once a minute at most, so that a busy desk costs few writes.
  public func session(
    hash: [UInt8], limits: SessionLimits, at time: Timestamp, isUse: Bool
  ) async throws -> Agent? {
    let oldest = time.advanced(by: .zero - limits.absolute).milliseconds
    let idle = time.advanced(by: .zero - limits.idle).milliseconds
    let found = try await read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT agent.*, session.seen AS seen FROM session JOIN agent "
          + "ON agent.id = session.agent WHERE session.hash = ? AND agent.revoked IS NULL "
          + "AND session.started > ? AND session.seen > ?")
      return try Row.fetchOne(statement, arguments: [Data(hash), oldest, idle]).map {
        (agent: Self.agent($0), seen: $0["seen"] as Int64)
      }
    }
    guard let found else { return nil }
    if isUse, time.milliseconds - found.seen >= Self.noticedUse {
      try await write { database in
        try database.execute(
          sql: "UPDATE session SET seen = ? WHERE hash = ? AND seen < ?",
          arguments: [time.milliseconds, Data(hash), time.milliseconds])
        try database.execute(
          sql: "DELETE FROM session WHERE started <= ? OR seen <= ?", arguments: [oldest, idle])
      }
    }
    return found.agent
  }

  /// Ends a session.
  public func endSession(hash: [UInt8]) async throws {
    try await write { database in
      try database.execute(sql: "DELETE FROM session WHERE hash = ?", arguments: [Data(hash)])
    }
  }

  /// Counts an attempt to sign in, unless one of its keys has been tried too often.
  public func countAttempt(
    limits: [(key: [UInt8], attempts: Int)], window: Duration, at time: Timestamp
  ) async throws -> Timestamp? {
    let start = time.advanced(by: .zero - window).milliseconds
    return try await write { database in
      try database.execute(
        sql: "DELETE FROM sign_in_attempt WHERE time <= ?", arguments: [start])
      for limit in limits {
        // The attempt that has to leave the window before another is let in.
        let oldest = try Int64.fetchOne(
          database,
          sql: "SELECT time FROM sign_in_attempt WHERE key = ? ORDER BY time DESC "
            + "LIMIT 1 OFFSET ?",
          arguments: [Data(limit.key), limit.attempts - 1])
        if let oldest { return Timestamp(milliseconds: oldest).advanced(by: window) }
      }
      for limit in limits {
        try database.execute(
          sql: "INSERT INTO sign_in_attempt (key, time) VALUES (?, ?)",
          arguments: [Data(limit.key), time.milliseconds])
      }
      return nil
    }
  }

  /// Forgets the attempts of a key, which succeeded.
  public func clearAttempts(key: [UInt8]) async throws {
    try await write { database in
      try database.execute(
        sql: "DELETE FROM sign_in_attempt WHERE key = ?", arguments: [Data(key)])
    }
  }

  /// A secret of this store, made the first time it is asked for.
  public func secret(named name: String) async throws -> [UInt8] {
    @Sendable func stored(_ database: Database) throws -> [UInt8]? {
      try Data.fetchOne(database, sql: "SELECT value FROM secret WHERE name = ?", arguments: [name])
        .map { Array($0) }
    }
    if let secret = try await read({ try stored($0) }) { return secret }
    return try await write { database in
      // Another process may have made it in the meantime.
      if let secret = try stored(database) { return secret }
      var generator = SystemRandomNumberGenerator()
      let secret = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      try database.execute(
        sql: "INSERT INTO secret (name, value) VALUES (?, ?)", arguments: [name, Data(secret)])
      return secret
    }
  }

  private static func linkedAgent(
    _ hash: [UInt8], _ time: Timestamp, _ database: Database
  ) throws -> Agent? {
    try Row.fetchOne(
      database,
      sql: "SELECT agent.* FROM sign_in_link JOIN agent ON agent.id = sign_in_link.agent "
        + "WHERE sign_in_link.hash = ? AND sign_in_link.expires > ? AND agent.revoked IS NULL",
      arguments: [Data(hash), time.milliseconds]
    ).map(agent)
  }

  /// How many milliseconds of use are not noted.
  private static let noticedUse: Int64 = 60_000
}
