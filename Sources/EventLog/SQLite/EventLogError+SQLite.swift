import GRDB

extension EventLogError {
  /// What an error of SQLite means for whoever runs the server.
  init(_ error: any Error, path: String) {
    if let error = error as? EventLogError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(code: .unexpected, message: "database '\(path)': \(error)")
      return
    }
    let code = Self.code(of: error)
    self.init(code: code, message: Self.message(code, path: path, error: error))
  }

  private static func code(of error: DatabaseError) -> Code {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
    case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
    case .SQLITE_NOTADB: .notADatabase
    case .SQLITE_CORRUPT: .corrupt
    case .SQLITE_FULL: .diskFull
    case .SQLITE_CANTOPEN, .SQLITE_AUTH: .cannotOpen
    case .SQLITE_IOERR: .inputOutput
    // GRDB's own, for a pool that has been closed.
    case .SQLITE_MISUSE where error.message == "Connection is closed": .closed
    default: .unexpected
    }
  }

  private static func message(_ code: Code, path: String, error: DatabaseError) -> String {
    let name = "database '\(path)'"
    let detail = error.message.map { " (SQLite: \($0))" } ?? ""
    return switch code {
    case .locked:
      "\(name) is locked by another process; end that process, or wait until it is done, and retry"
    case .readOnly:
      "\(name) cannot be written; give this user write permission on the file and its folder"
    case .notADatabase:
      "\(name) is not an SQLite database; move the file away, or name another with --data"
    case .corrupt:
      "\(name) is damaged; stop the server and restore a backup, or recover what is left with "
        + "'sqlite3 FILE .recover'\(detail)"
    case .diskFull:
      "\(name) cannot grow: the disk is full; free some space, nothing that was "
        + "acknowledged is lost"
    case .cannotOpen:
      "\(name) cannot be opened; check that its folder exists and that this user may read and "
        + "write it\(detail)"
    case .inputOutput:
      "\(name): the disk failed to read or write; check its health and free space\(detail)"
    case .closed:
      "\(name) has been closed"
    default:
      "\(name): unexpected error\(detail)"
    }
  }
}
