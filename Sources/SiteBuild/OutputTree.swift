import FileSystem
import Synchronization

/// The folder that a site is written to.
///
/// Each file appears whole; one with the same bytes is left alone. Files may be written from
/// several threads.
final class OutputTree: Sendable {
  /// What has been written so far.
  struct Counts: Sendable {
    var written = 0
    var unchanged = 0
    var bytes = 0
  }

  private struct State {
    var counts = Counts()
    var paths: Set<String> = []

    mutating func add(_ path: String, bytes: Int, isNew: Bool) {
      paths.insert(path)
      counts.bytes += bytes
      if isNew { counts.written += 1 } else { counts.unchanged += 1 }
    }
  }

  private let root: String
  private let known: Set<String>
  private let journal: BuildJournal
  private let state = Mutex(State())

  /// Opens the folder for one build at a time; makes it if it is not there.
  ///
  /// What a build that was stopped left half written is removed.
  ///
  /// - Throws: ``OutputBusy`` when another build is writing there.
  init(_ root: String) throws {
    self.root = root
    try FileSystem.createFolder(root)
    journal = try BuildJournal(in: root)
    let written = BuildManifest(in: root)?.files.map(\.path) ?? []
    known = journal.unfinished?.union(written) ?? Set(written)
    if journal.unfinished != nil {
      for file in try FolderListing(root, includeHidden: true).files
      where FileSystem.isTemporary(file.path) {
        try FileSystem.remove(root + "/" + file.path)
      }
    }
  }

  /// What has been written so far.
  var counts: Counts { state.withLock { $0.counts } }

  /// Writes one file below the folder.
  func write(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    let location = root + "/" + path
    if !known.contains(path) { try journal.note(path) }
    let isNew: Bool
    do {
      isNew = try FileSystem.writeIfChanged(bytes, to: location)
    } catch  where error.code == FileSystemError.isAFolder && removeEmptyFolders(at: location) {
      isNew = try FileSystem.writeIfChanged(bytes, to: location)
    }
    state.withLock { $0.add(path, bytes: bytes.count, isNew: isNew) }
  }

  /// Keeps a file of an earlier build whose name says what it holds; false where there is none.
  func keep(_ path: String) -> Bool {
    guard known.contains(path), let file = try? MappedFile(root + "/" + path) else { return false }
    state.withLock { $0.add(path, bytes: file.buffer.count, isNew: false) }
    return true
  }

  /// Begins a file that is too large to hold in memory.
  func stream(to path: String) throws(FileSystemError) -> StreamedFile {
    if !known.contains(path) { try journal.note(path) }
    return try StreamedFile(root + "/" + path)
  }

  /// Ends a file that was streamed.
  func finish(_ file: inout StreamedFile) throws(FileSystemError) {
    let isNew = try file.finish()
    let path = String(file.path.dropFirst(root.count + 1))
    let bytes = file.count
    state.withLock { $0.add(path, bytes: bytes, isNew: isNew) }
  }

  /// Removes what earlier builds wrote and this one did not, and folders left empty.
  ///
  /// - Parameter everything: whether files that no build wrote go too, hidden ones excepted.
  /// - Returns: how many files were removed, and what the folder holds now that this build wrote.
  /// - Throws: what the file system says when a folder cannot be listed or a file not removed.
  func removeStale(everything: Bool) throws(FileSystemError)
    -> (removed: Int, files: [FolderListing.Entry])
  {
    let listing = try FolderListing(root)
    let paths = state.withLock { $0.paths }
    var removed = 0
    var kept: [FolderListing.Entry] = []
    for file in listing.files {
      if paths.contains(file.path) {
        kept.append(file)
      } else if everything || known.contains(file.path) {
        try FileSystem.remove(root + "/" + file.path)
        removed += 1
      }
    }
    if removed > 0 {
      // Deepest first; a folder with anything in it stays.
      for folder in listing.folders.reversed() {
        FileSystem.removeEmptyFolder(root + "/" + folder)
      }
    }
    return (removed, kept)
  }

  /// Says that the site is whole: the manifest first, then nothing is unfinished any more.
  func finish(_ manifest: BuildManifest) throws(FileSystemError) {
    try manifest.write(in: root)
    try journal.finish()
  }

  /// Removes a tree of empty folders that stands where a file belongs.
  private func removeEmptyFolders(at location: String) -> Bool {
    guard let listing = try? FolderListing(location, includeHidden: true), listing.files.isEmpty
    else { return false }
    for folder in listing.folders.reversed() {
      FileSystem.removeEmptyFolder(location + "/" + folder)
    }
    return FileSystem.removeEmptyFolder(location)
  }
}
