import Glibc

/// A file that one process at a time holds, and appends lines to.
///
/// The system drops the hold when the process ends, however it ends.
public struct AppendedFile: ~Copyable, Sendable {
  private let path: String
  private let file: FileHandle

  /// Opens the file, makes it when it is missing, and keeps what it holds.
  ///
  /// - Throws: an error that ``FileSystemError/isHeld`` when another process holds the file.
  public init(holding path: String) throws(FileSystemError) {
    let file = try FileHandle(path, O_WRONLY | O_CREAT | O_APPEND, operation: "write")
    // A child that is being started has the file too until it runs its own program.
    var tries = 20
    while flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard tries > 0 else { throw FileSystemError("lock", path) }
      tries -= 1
      usleep(10_000)
    }
    self.file = file
    self.path = path
  }

  /// Adds bytes at the end; they outlive this process from then on.
  public func append(_ bytes: [UInt8]) throws(FileSystemError) { try file.write(bytes, to: path) }

  /// Removes all that the file holds.
  public func empty() throws(FileSystemError) {
    guard ftruncate(file.descriptor, 0) == 0 else { throw FileSystemError("write", path) }
  }
}
