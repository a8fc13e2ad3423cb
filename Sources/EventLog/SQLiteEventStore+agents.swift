import Foundation
import GRDB

extension SQLiteEventStore {
  /// Adds an agent; a name in use is an error.
  public func addAgent(name: String, tokenHash: [UInt8], time: Timestamp) async throws {
    try Self.checkName(name)
    try await write { database in
      let taken = try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM agent WHERE name = ? AND revoked IS NULL)",
        arguments: [name])
      if taken == true {
        throw EventLogError(
          code: .agentNameTaken,
          message: "there is an agent '\(name)' already; revoke that one first, or choose another "
            + "name")
      }
      try database.execute(
        sql: "INSERT INTO agent (name, token_hash, added) VALUES (?, ?, ?)",
        arguments: [name, Data(tokenHash), time.milliseconds])
    }
  }

  /// All agents by name, the revoked ones included.
  public func agents() async throws -> [Agent] {
    try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT name, added, revoked FROM agent ORDER BY name, added"
      ).map(Self.agent)
    }
  }

  /// Stops accepting the token of an agent; a name not in use is an error.
  public func revokeAgent(name: String, time: Timestamp) async throws {
    try await write { database in
      try database.execute(
        sql: "UPDATE agent SET revoked = ? WHERE name = ? AND revoked IS NULL",
        arguments: [time.milliseconds, name])
      if database.changesCount == 0 {
        throw EventLogError(
          code: .agentUnknown,
          message: "there is no agent '\(name)' to revoke; 'balise agent list' shows them all")
      }
    }
  }

  /// The agent whose token has this hash, unless revoked.
  public func agent(tokenHash: [UInt8]) async throws -> Agent? {
    try await read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT name, added, revoked FROM agent WHERE token_hash = ? AND revoked IS NULL")
      return try Row.fetchOne(statement, arguments: [Data(tokenHash)]).map(Self.agent)
    }
  }

  private static func agent(_ row: Row) -> Agent {
    let revoked: Int64? = row["revoked"]
    return Agent(
      name: row["name"], added: Timestamp(milliseconds: row["added"]),
      revoked: revoked.map { Timestamp(milliseconds: $0) })
  }

  private static func checkName(_ name: String) throws {
    let isPlain = name.unicodeScalars.allSatisfy {
      !$0.properties.isPatternWhitespace && $0.properties.generalCategory != .control
        || $0 == " "
    }
    guard isPlain, !name.isEmpty, name.utf8.count <= 100, name.first != " ", name.last != " "
    else {
      throw EventLogError(
        code: .agentNameInvalid,
        message: "an agent's name has 1 to 100 bytes, no control characters, and no space at its "
          + "ends")
    }
  }
}
