import FileSystem

/// The files that an unfinished build has made, so that the next one can take them away.
///
/// A path is noted before its file is written, and all are forgotten once a ``BuildManifest`` names
/// them. The journal is also the lock that keeps a second build out of the folder.
struct BuildJournal: ~Copyable, Sendable {
  /// The name in the output folder; hidden, so that it is neither listed nor served.
  static let name = ".balise-journal"
  private static let header = "balise-journal 1"

  /// What the build before this one had made when it was stopped; nil when it ended well.
  let unfinished: Set<String>?
  private let file: AppendedFile

  /// Opens the journal of an output folder, and begins a build.
  ///
  /// - Throws: ``OutputBusy`` when another build is writing there.
  init(in folder: String) throws {
    let path = folder + "/" + Self.name
    let file = try Self.open(path, in: folder)
    let lines = String(decoding: try FileSystem.read(path), as: UTF8.self)
      .split(separator: "\n")
    if lines.isEmpty { try file.append(Array("\(Self.header)\n".utf8)) }
    unfinished = lines.isEmpty ? nil : Set(lines.filter(BuildManifest.isSafe).map(String.init))
    self.file = file
  }

  private static func open(_ path: String, in folder: String) throws -> AppendedFile {
    do {
      return try AppendedFile(holding: path)
    } catch let error where error.isHeld {
      throw OutputBusy(folder: folder)
    }
  }

  /// Notes a path that is about to be written.
  func note(_ path: String) throws(FileSystemError) { try file.append(Array("\(path)\n".utf8)) }

  /// Forgets all paths: the build has ended well.
  func finish() throws(FileSystemError) { try file.empty() }
}

/// Another process is building into the same folder.
public struct OutputBusy: Error, CustomStringConvertible {
  /// The output folder.
  public var folder: String

  /// One sentence that says what to do.
  public var description: String {
    "another build is writing to '\(folder)'; wait for it to end, or give another --output"
  }
}
