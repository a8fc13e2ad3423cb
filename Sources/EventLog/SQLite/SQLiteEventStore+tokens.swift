import Foundation
import GRDB

extension SQLiteEventStore {
  /// Adds a token to an agent, and returns its number.
  public func addToken(
    agent: String, label: String, hash: [UInt8], scopes: Set<AccessScope>, time: Timestamp,
    expires: Timestamp?
  ) async throws -> Int64 {
    try await write { database in
      let id = try Self.requiredAgentID(agent, database)
      try database.execute(
        sql: "INSERT INTO token (agent, label, hash, scopes, added, expires) "
          + "VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          id, label.bounded(to: TextLimit.identifier), Data(hash),
          scopes.map(\.rawValue).sorted().joined(separator: " "), time.milliseconds,
          expires?.milliseconds,
        ])
      return database.lastInsertedRowID
    }
  }

  /// All tokens, the oldest first; those of one agent if a name is given.
  public func tokens(agent: String?) async throws -> [AgentToken] {
    try await read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT token.*, agent.name AS agent_name FROM token JOIN agent "
          + "ON agent.id = token.agent WHERE ?1 IS NULL OR agent.name = ?1 ORDER BY token.id",
        arguments: [agent]
      ).map { row in
        let expires: Int64? = row["expires"]
        let revoked: Int64? = row["revoked"]
        return AgentToken(
          id: row["id"], agent: row["agent_name"], label: row["label"],
          scopes: Self.scopes(row["scopes"]), added: Timestamp(milliseconds: row["added"]),
          expires: expires.map { Timestamp(milliseconds: $0) },
          revoked: revoked.map { Timestamp(milliseconds: $0) })
      }
    }
  }

  /// Stops accepting a token; a number not in use is an error.
  public func revokeToken(id: Int64, time: Timestamp) async throws {
    try await write { database in
      try database.execute(
        sql: "UPDATE token SET revoked = ? WHERE id = ? AND revoked IS NULL",
        arguments: [time.milliseconds, id])
      if database.changesCount == 0 {
        throw EventLogError(
          code: .tokenUnknown,
          message: "there is no token \(id) to revoke; 'balise agent tokens' shows them all")
      }
    }
  }

  /// What the token of a digest opens, unless it has expired or been revoked.
  public func access(tokenHash: [UInt8], at time: Timestamp) async throws -> TokenAccess? {
    try await read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT agent.*, token.scopes AS scopes FROM token JOIN agent "
          + "ON agent.id = token.agent WHERE token.hash = ? AND token.revoked IS NULL "
          + "AND agent.revoked IS NULL AND (token.expires IS NULL OR token.expires > ?)")
      let row = try Row.fetchOne(statement, arguments: [Data(tokenHash), time.milliseconds])
      return row.map { row in
        let agent = Self.agent(row)
        return TokenAccess(
          agent: agent, scopes: Self.scopes(row["scopes"]).intersection(agent.role.scopes))
      }
    }
  }

  private static func scopes(_ text: String) -> Set<AccessScope> {
    Set(text.split(separator: " ").compactMap { AccessScope(rawValue: String($0)) })
  }
}
