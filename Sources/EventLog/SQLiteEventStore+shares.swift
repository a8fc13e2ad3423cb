import GRDB

extension SQLiteEventStore {
  /// The share of an id, or nil.
  public func share(id: String) async throws -> Share? {
    try await read { database in
      let statement = try database.cachedStatement(sql: "SELECT * FROM share WHERE id = ?")
      return try Row.fetchOne(statement, arguments: [id]).map { row in
        Share(
          id: row["id"], articleID: row["article"], language: row["language"],
          channel: row["channel"], agent: row["agent"], conversationID: row["conversation"],
          recipient: row["recipient"], customer: row["customer"], note: row["note"],
          time: Timestamp(milliseconds: row["time"]))
      }
    }
  }

  /// How often a share's link was followed.
  public func openingCount(shareID: String) async throws -> Int {
    try await read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT COUNT(*) FROM opening WHERE share = ?")
      return try Int.fetchOne(statement, arguments: [shareID]) ?? 0
    }
  }
}
