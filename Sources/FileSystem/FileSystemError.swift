import Glibc

/// What the system refused, for which file, and why.
public struct FileSystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, as a verb: `read`, `write`, `create`.
  public var operation: String
  /// The file or folder.
  public var path: String
  /// The system's error number, as in `errno`.
  public var code: Int32

  /// Makes an error from what the last system call of this thread left in `errno`.
  init(_ operation: String, _ path: String) {
    self.init(operation, path, code: errno)
  }

  /// Makes an error.
  public init(_ operation: String, _ path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// One sentence with the system's reason and, where there is one, what to do.
  public var description: String {
    "cannot \(operation) '\(path)': \(reason)"
  }

  /// Whether the file or folder is not there.
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// Whether another process holds the file.
  public var isHeld: Bool { code == EWOULDBLOCK }

  private var reason: String {
    switch code {
    case ENOENT: "there is no such file or folder"
    case EACCES, EPERM: "permission denied; give this user access to it"
    case ENOSPC, EDQUOT: "the disk is full; free some space and try again"
    case EROFS: "the file system is read-only"
    case ENOTDIR: "part of the path is a file, not a folder"
    case EISDIR: "it is a folder"
    case ELOOP: "its symbolic links form a loop"
    case EMFILE, ENFILE: "too many files are open"
    case ENAMETOOLONG: "the name is too long"
    default: unsafe String(cString: strerror(code))
    }
  }
}

extension FileSystemError {
  /// The code of an error that met a folder where a file was wanted.
  public static let isAFolder = EISDIR
}
