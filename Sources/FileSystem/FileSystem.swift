import Glibc

/// Reads and writes files through POSIX calls.
///
/// Foundation's writes call `fsync` for each file, which makes a site of six thousand pages take
/// several times as long; a help centre's pages can be built again, so none is forced to disk.
public enum FileSystem {
  /// Reads a whole file.
  ///
  /// A folder, a pipe or a device is an error: reading one could wait for ever.
  public static func read(_ path: String) throws(FileSystemError) -> [UInt8] {
    let file = try FileHandle(path, O_RDONLY | O_NONBLOCK, operation: "read")
    let status = try file.status(path)
    guard status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw FileSystemError("read", path, code: isFolder ? EISDIR : EINVAL)
    }
    var failure: FileSystemError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(status.st_size) + 1) {
      buffer, count in
      // The file may have grown since its size was asked; what fits is the file as it was.
      while count < buffer.count {
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count...])
        let result = unsafe Glibc.read(file.descriptor, rest.baseAddress, rest.count)
        if result < 0 && errno == EINTR { continue }
        if result < 0 { failure = FileSystemError("read", path) }
        if result <= 0 { break }
        count += result
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes a file so that a reader sees the old bytes or the new ones, never a part.
  ///
  /// The bytes go to a temporary name in the same folder, which is then renamed. Missing folders
  /// are made.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    let temporary = temporaryName(for: path)
    do {
      try writeNew(bytes, to: temporary)
    } catch  where error.isMissing {
      try createFolder(parent(of: path))
      try writeNew(bytes, to: temporary)
    }
    guard unsafe rename(temporary, path) == 0 else {
      let error = FileSystemError("write", path)
      unsafe unlink(temporary)
      throw error
    }
  }

  /// Writes a file unless it holds these bytes already; true when it was written.
  @discardableResult
  public static func writeIfChanged(_ bytes: [UInt8], to path: String) throws(FileSystemError)
    -> Bool
  {
    if holds(bytes, at: path) { return false }
    try write(bytes, to: path)
    return true
  }

  /// Whether a regular file with exactly these bytes is at `path`.
  public static func holds(_ bytes: [UInt8], at path: String) -> Bool {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size == off_t(bytes.count)
    else { return false }
    guard let file = try? MappedFile(path) else { return false }
    return unsafe bytes.withUnsafeBytes { unsafe file.hasBytes($0) }
  }

  /// Makes a folder and those above it; nothing happens when it is there.
  public static func createFolder(_ path: String) throws(FileSystemError) {
    guard !path.isEmpty, unsafe mkdir(path, 0o755) != 0 else { return }
    switch errno {
    case EEXIST:
      guard isFolder(path) else { throw FileSystemError("create", path, code: ENOTDIR) }
    case ENOENT:
      let parent = parent(of: path)
      guard !parent.isEmpty, parent != path else {
        throw FileSystemError("create", path, code: ENOENT)
      }
      try createFolder(parent)
      guard unsafe mkdir(path, 0o755) == 0 || (errno == EEXIST && isFolder(path)) else {
        throw FileSystemError("create", path)
      }
    default:
      throw FileSystemError("create", path)
    }
  }

  /// Removes a file; nothing happens when there is none.
  public static func remove(_ path: String) throws(FileSystemError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw FileSystemError("remove", path) }
  }

  /// Removes a folder if it is empty; true when it is gone.
  @discardableResult
  public static func removeEmptyFolder(_ path: String) -> Bool { unsafe rmdir(path) == 0 }

  /// Whether a folder is at `path`, through symbolic links.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether anything is at `path`, through symbolic links.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
  }

  /// The size and time of change of what is at `path`; empty when nothing is.
  public static func stamp(of path: String) -> String {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return "" }
    return "\(status.st_size).\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }

  /// The path without its last component; empty when there is only one.
  public static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A name that no other writer uses, beside `path`.
  ///
  /// Leading dot and ending let ``FolderListing`` pass over what a killed build left behind.
  static func temporaryName(for path: String) -> String {
    let parent = parent(of: path)
    let name = path.split(separator: "/").last.map { String($0.unicodeScalars.prefix(40)) }
    let unique = String(UInt64.random(in: .min ... .max), radix: 36)
    let prefix = parent.isEmpty ? "" : parent == "/" ? "/" : parent + "/"
    return "\(prefix).\(name ?? "").\(unique).tmp"
  }

  /// Whether a file's name is one that ``temporaryName(for:)`` makes.
  public static func isTemporary(_ path: String) -> Bool {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] }
    return (name ?? path[...]).hasPrefix(".") && path.hasSuffix(".tmp")
  }

  private static func writeNew(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    let file = try FileHandle(path, O_WRONLY | O_CREAT | O_EXCL, operation: "write")
    do {
      try file.write(bytes, to: path)
      try file.close(path)
    } catch {
      unsafe unlink(path)
      throw error
    }
  }
}
