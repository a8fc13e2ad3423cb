import GRDB

/// One step of the database's schema; its version is its place in ``all``.
///
/// A step that has been released is never changed: what it lacks comes as a new one.
struct Migration: Sendable {
  let sql: String

  /// "BALS": marks the file as Balise's.
  static let applicationID = 0x4241_4C53

  static let all = [
    initial, queryVisitor, identity, knowledge, delivery, once, requestMail, audience,
  ]

  /// Brings a database to the present schema, in one transaction.
  static func migrate(_ database: Database, path: String) throws {
    let (version, applicationID) = try versions(of: database)
    try check(version: version, applicationID: applicationID, database, path: path)
    guard version < all.count else { return }
    try database.inTransaction(.immediate) {
      // Another process may have migrated between the check and the lock.
      let current = try versions(of: database).version
      for migration in all.dropFirst(current) {
        try database.execute(sql: migration.sql)
      }
      try database.execute(sql: "PRAGMA application_id = \(Migration.applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(all.count)")
      return .commit
    }
  }

  /// Refuses a database that is not Balise's, or is of a later version.
  static func check(_ database: Database, path: String) throws {
    let (version, applicationID) = try versions(of: database)
    try check(version: version, applicationID: applicationID, database, path: path)
  }

  private static func check(
    version: Int, applicationID: Int, _ database: Database, path: String
  ) throws {
    if applicationID != Migration.applicationID {
      let isEmpty =
        try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_schema") ?? 0 == 0
      guard isEmpty, version == 0, applicationID == 0 else {
        throw EventLogError(
          code: .foreignDatabase,
          message: "database '\(path)' belongs to another program; name another with --data")
      }
    }
    guard version <= all.count else {
      throw EventLogError(
        code: .newerVersion,
        message: "database '\(path)' was written by a later version of Balise (schema \(version), "
          + "this version knows \(all.count)); install that version, or name another with --data")
    }
  }

  private static func versions(of database: Database) throws -> (version: Int, application: Int) {
    (
      try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
      try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    )
  }
}
