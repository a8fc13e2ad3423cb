import Glibc

/// A whole file mapped into memory, read-only, until the last reference is gone.
///
/// The mapping stays valid when the file is renamed over or removed. Balise never shortens a file
/// in place; another program that does so while it is mapped can end the process.
@safe public final class MappedFile: Sendable {
  // The mapping is never written and lives as long as the object.
  private nonisolated(unsafe) let pointer: UnsafeMutableRawPointer?
  /// The size in bytes.
  public let count: Int
  /// Where the file was.
  public let path: String

  /// Maps a regular file; an empty one has no mapping and no bytes.
  public init(_ path: String) throws(FileSystemError) {
    let file = try FileHandle(path, O_RDONLY | O_NONBLOCK, operation: "read")
    let status = try file.status(path)
    guard status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw FileSystemError("read", path, code: isFolder ? EISDIR : EINVAL)
    }
    self.path = path
    count = Int(status.st_size)
    guard count > 0 else {
      unsafe pointer = nil
      return
    }
    let mapping = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, file.descriptor, 0)
    guard let mapping = unsafe mapping, unsafe mapping != MAP_FAILED else {
      throw FileSystemError("map", path)
    }
    unsafe pointer = mapping
  }

  deinit {
    if let pointer = unsafe pointer { unsafe munmap(pointer, count) }
  }

  /// Calls `body` with the bytes; they must not be used after it returns unless this object lives.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
    -> Result
  {
    try unsafe body(buffer)
  }

  /// The mapped bytes; valid as long as this object lives.
  public var buffer: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: pointer, count: count)
  }

  /// A copy of the bytes.
  public var bytes: [UInt8] { unsafe withBytes { unsafe [UInt8]($0) } }

  /// Whether two files hold the same bytes.
  public func hasSameBytes(as other: MappedFile) -> Bool { unsafe hasBytes(other.buffer) }

  /// Whether the file holds exactly these bytes.
  public func hasBytes(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count == count else { return false }
    guard let first = bytes.baseAddress, let second = unsafe buffer.baseAddress else {
      return true
    }
    return unsafe memcmp(first, second, count) == 0
  }
}
