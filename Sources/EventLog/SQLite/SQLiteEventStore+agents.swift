import GRDB

extension SQLiteEventStore {
  /// Adds an agent; a name in use is an error.
  public func addAgent(name: String, role: AgentRole, time: Timestamp) async throws {
    try Self.checkName(name)
    try await write { database in
      guard try Self.agentID(name, database) == nil else {
        throw EventLogError(
          code: .agentNameTaken,
          message: "there is an agent '\(name)' already; revoke that one first, or choose another "
            + "name")
      }
      try database.execute(
        sql: "INSERT INTO agent (name, role, added) VALUES (?, ?, ?)",
        arguments: [name, role.rawValue, time.milliseconds])
    }
  }

  /// All agents by name, the revoked ones included.
  public func agents() async throws -> [Agent] {
    try await read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM agent ORDER BY name, added").map(Self.agent)
    }
  }

  /// Lets an agent in no longer; a name not in use is an error.
  public func revokeAgent(name: String, time: Timestamp) async throws {
    try await write { database in
      let id = try Self.requiredAgentID(name, database)
      try database.execute(
        sql: "UPDATE agent SET revoked = ? WHERE id = ?", arguments: [time.milliseconds, id])
      try database.execute(
        sql: "UPDATE token SET revoked = ? WHERE agent = ? AND revoked IS NULL",
        arguments: [time.milliseconds, id])
      try database.execute(sql: "DELETE FROM session WHERE agent = ?", arguments: [id])
      try database.execute(sql: "DELETE FROM sign_in_link WHERE agent = ?", arguments: [id])
    }
  }

  /// Sets what an agent may do; a name not in use is an error.
  public func setRole(_ role: AgentRole, ofAgent name: String) async throws {
    try await write { database in
      let id = try Self.requiredAgentID(name, database)
      try database.execute(
        sql: "UPDATE agent SET role = ? WHERE id = ?", arguments: [role.rawValue, id])
    }
  }

  /// Sets the stored form of an agent's pass-phrase, and ends the agent's sessions.
  public func setPassphrase(_ hash: String, ofAgent name: String) async throws {
    try await write { database in
      let id = try Self.requiredAgentID(name, database)
      try database.execute(
        sql: "UPDATE agent SET passphrase = ? WHERE id = ?", arguments: [hash, id])
      try database.execute(sql: "DELETE FROM session WHERE agent = ?", arguments: [id])
    }
  }

  /// The stored form of an agent's pass-phrase.
  public func passphrase(ofAgent name: String) async throws -> String? {
    try await read { database in
      try String.fetchOne(
        database, sql: "SELECT passphrase FROM agent WHERE name = ? AND revoked IS NULL",
        arguments: [name])
    }
  }

  /// A row of the table; roles that a later version knows are the least that this one does.
  static func agent(_ row: Row) -> Agent {
    let revoked: Int64? = row["revoked"]
    let passphrase: String? = row["passphrase"]
    return Agent(
      name: row["name"], role: AgentRole(rawValue: row["role"]) ?? .agent,
      added: Timestamp(milliseconds: row["added"]),
      revoked: revoked.map { Timestamp(milliseconds: $0) }, hasPassphrase: passphrase != nil)
  }

  static func agentID(_ name: String, _ database: Database) throws -> Int64? {
    try Int64.fetchOne(
      database, sql: "SELECT id FROM agent WHERE name = ? AND revoked IS NULL", arguments: [name])
  }

  static func requiredAgentID(_ name: String, _ database: Database) throws -> Int64 {
    guard let id = try agentID(name, database) else {
      throw EventLogError(
        code: .agentUnknown,
        message: "there is no agent '\(name)'; 'balise agent list' shows them all")
    }
    return id
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
