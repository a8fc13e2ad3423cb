import Glibc

/// Every regular file below a folder.
///
/// Symbolic links are followed; a link back to a folder that is being read is reported, not
/// followed. Names that begin with a dot are passed over.
public struct FolderListing: Sendable {
  /// One file.
  public struct Entry: Hashable, Sendable {
    /// The path below the folder, with `/` between names.
    public var path: String
    /// The size in bytes.
    public var size: Int
    /// When it was last changed, in nanoseconds since 1970.
    public var modified: Int64

    /// Describes a file.
    public init(path: String, size: Int, modified: Int64) {
      self.path = path
      self.size = size
      self.modified = modified
    }
  }

  /// The files, by path in byte order.
  public private(set) var files: [Entry] = []
  /// The folders, by path in byte order, without the root.
  public private(set) var folders: [String] = []
  /// What could not be read, by path.
  public private(set) var problems: [FileSystemError] = []

  /// Reads a folder and all below it.
  ///
  /// - Parameters:
  ///   - root: the folder; that it is missing or unreadable is thrown.
  ///   - includeHidden: whether names that begin with a dot are listed too.
  /// - Throws: when the root itself cannot be read; what cannot be read below it is in ``problems``.
  public init(_ root: String, includeHidden: Bool = false) throws(FileSystemError) {
    var status = stat()
    guard unsafe stat(root, &status) == 0 else { throw FileSystemError("read", root) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw FileSystemError("read", root, code: ENOTDIR)
    }
    guard let probe = unsafe opendir(root) else { throw FileSystemError("read", root) }
    unsafe closedir(probe)
    let identity = Identity(device: status.st_dev, inode: status.st_ino)
    visit(root: root, folder: "", above: [identity], includeHidden: includeHidden)
    files.sort { $0.path < $1.path }
    folders.sort()
    problems.sort { $0.path < $1.path }
  }

  private struct Identity: Hashable {
    var device: dev_t
    var inode: ino_t
  }

  private mutating func visit(
    root: String, folder: String, above: [Identity], includeHidden: Bool
  ) {
    let location = folder.isEmpty ? root : root + "/" + folder
    guard let stream = unsafe opendir(location) else {
      problems.append(FileSystemError("read", location))
      return
    }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name == "." || name == ".." || (!includeHidden && name.hasPrefix(".")) { continue }
      names.append(name)
    }
    unsafe closedir(stream)
    for name in names.sorted() {
      let path = folder.isEmpty ? name : folder + "/" + name
      var status = stat()
      guard unsafe stat(root + "/" + path, &status) == 0 else {
        problems.append(FileSystemError("read", root + "/" + path))
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        let time = status.st_mtim
        files.append(
          Entry(
            path: path, size: Int(status.st_size),
            modified: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)))
      case S_IFDIR:
        let identity = Identity(device: status.st_dev, inode: status.st_ino)
        if above.contains(identity) || above.count > 100 {
          problems.append(FileSystemError("read", root + "/" + path, code: ELOOP))
          continue
        }
        folders.append(path)
        visit(root: root, folder: path, above: above + [identity], includeHidden: includeHidden)
      default:
        continue
      }
    }
  }
}
