import GRDB

extension SQLiteEventStore {
  /// The agent whom an issuer of identities knows as a subject.
  public func agent(
    subject: String, of issuer: String, named name: String, ignoringCase: Bool
  ) async throws -> Agent? {
    let known = issuer + Self.separator + subject
    if let found = try await read({ try Self.agent(known: known, $0) }) { return found }
    return try await write { database in
      // Two windows of one person may come at once.
      if let found = try Self.agent(known: known, database) { return found }
      // An agent whom another issuer knows may come by this one: the operator has changed it.
      let collation = ignoringCase ? " COLLATE NOCASE" : ""
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT * FROM agent WHERE name = ?\(collation) AND revoked IS NULL "
          + "AND (subject IS NULL OR substr(subject, 1, ?) <> ?)",
        arguments: [
          name, (issuer + Self.separator).unicodeScalars.count, issuer + Self.separator,
        ])
      guard rows.count == 1, let row = rows.first else { return nil }
      try database.execute(
        sql: "UPDATE agent SET subject = ? WHERE id = ?", arguments: [known, row["id"] as Int64])
      return Self.agent(row)
    }
  }

  /// Forgets what an issuer knows an agent as.
  public func forgetSubject(ofAgent name: String) async throws {
    try await write { database in
      let id = try Self.requiredAgentID(name, database)
      try database.execute(sql: "UPDATE agent SET subject = NULL WHERE id = ?", arguments: [id])
    }
  }

  private static func agent(known: String, _ database: Database) throws -> Agent? {
    try Row.fetchOne(
      database, sql: "SELECT * FROM agent WHERE subject = ? AND revoked IS NULL",
      arguments: [known]
    ).map(agent)
  }

  /// No address has a space.
  private static let separator = " "
}
