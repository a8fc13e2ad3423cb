import Glibc

/// A file that is written piece by piece and appears whole.
///
/// For what is too large to hold in memory. The pieces go to a temporary file in the same folder;
/// ``finish()`` puts it in its place, unless the place holds the same bytes already.
public struct StreamedFile: ~Copyable {
  /// Where the file will be.
  public let path: String
  /// How many bytes were appended.
  public private(set) var count = 0

  private let temporary: String
  private var buffer: [UInt8] = []
  private var file: FileHandle?
  private static let bufferSize = 1 << 18

  /// Begins a file; missing folders are made.
  public init(_ path: String) throws(FileSystemError) {
    self.path = path
    temporary = FileSystem.temporaryName(for: path)
    let folder = FileSystem.parent(of: path)
    if !folder.isEmpty { try FileSystem.createFolder(folder) }
    file = try FileHandle(temporary, O_WRONLY | O_CREAT | O_EXCL, operation: "write")
  }

  deinit { if file != nil { unsafe unlink(temporary) } }

  /// Adds bytes at the end.
  public mutating func append(_ bytes: [UInt8]) throws(FileSystemError) {
    buffer += bytes
    count += bytes.count
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Puts the file in its place; true unless the same bytes were there.
  public mutating func finish() throws(FileSystemError) -> Bool {
    try flush()
    if let file = file.take() { try file.close(path) }
    if let old = try? MappedFile(path), let new = try? MappedFile(temporary),
      old.hasSameBytes(as: new)
    {
      unsafe unlink(temporary)
      return false
    }
    guard unsafe rename(temporary, path) == 0 else {
      let error = FileSystemError("write", path)
      unsafe unlink(temporary)
      throw error
    }
    return true
  }

  private mutating func flush() throws(FileSystemError) {
    guard let open = file.take() else { return }
    do {
      try open.write(buffer, to: path)
    } catch {
      unsafe unlink(temporary)
      throw error
    }
    file = consume open
    buffer.removeAll(keepingCapacity: true)
  }
}
