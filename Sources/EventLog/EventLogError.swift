/// Why the event log could not do what was asked, and what helps.
public struct EventLogError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of failure: stable, for programs and tests.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// Another process holds the database and does not let go.
    case locked
    /// The file or its folder may not be written.
    case readOnly = "read-only"
    /// The file is no SQLite database.
    case notADatabase = "not-a-database"
    /// The file is a database of another program.
    case foreignDatabase = "foreign-database"
    /// The database is damaged.
    case corrupt
    /// There is no room left on the disk.
    case diskFull = "disk-full"
    /// A later version of Balise wrote the database.
    case newerVersion = "newer-version"
    /// The folder is missing and cannot be made, or is no folder.
    case folderUnavailable = "folder-unavailable"
    /// The database is not there, and was to be read only.
    case missing
    /// The file could not be opened.
    case cannotOpen = "cannot-open"
    /// The disk failed to read or write.
    case inputOutput = "input-output"
    /// More events arrive than the disk takes.
    case overloaded
    /// The store has been closed.
    case closed
    /// An agent of this name exists.
    case agentNameTaken = "agent-name-taken"
    /// A name that cannot be an agent's.
    case agentNameInvalid = "agent-name-invalid"
    /// No agent of this name may use the server.
    case agentUnknown = "agent-unknown"
    /// No token of this number is accepted.
    case tokenUnknown = "token-unknown"
    /// A share of this id exists.
    case shareExists = "share-exists"
    /// Anything else SQLite reports.
    case unexpected
  }

  /// The kind of failure.
  public let code: Code
  /// A sentence that says what happened and what to do.
  public let message: String

  /// An error of a kind, with its sentence.
  public init(code: Code, message: String) {
    self.code = code
    self.message = message
  }

  /// The sentence and the code: `database 'x' is locked by another process […] [locked]`.
  public var description: String { "\(message) [\(code.rawValue)]" }
}
