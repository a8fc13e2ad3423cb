import FileSystem

/// What the last build wrote, and from what.
///
/// It is the last file of a build, so a site that has one whose key matches is whole. It lets a
/// build with nothing changed end at once, and is the only authority on what may be removed: a
/// file that no build wrote is never touched.
struct BuildManifest: Sendable {
  /// The name in the output folder; hidden, so that it is neither listed nor served.
  static let name = ".balise-manifest"
  private static let header = "balise-manifest 1"

  /// A digest of everything that the site was made from.
  var key: String
  /// The files written, by path.
  var files: [FolderListing.Entry]

  /// Makes a manifest.
  init(key: String, files: [FolderListing.Entry]) {
    self.key = key
    self.files = files
  }

  /// Reads the manifest of an output folder; nil when there is none that this version wrote.
  init?(in folder: String) {
    guard let bytes = try? FileSystem.read(folder + "/" + Self.name) else { return nil }
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").makeIterator()
    guard lines.next() == Self.header[...], let key = lines.next() else { return nil }
    self.key = String(key)
    files = []
    while let line = lines.next() {
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, let size = Int(parts[0]), let modified = Int64(parts[1]),
        Self.isSafe(parts[2])
      else { return nil }
      files.append(
        FolderListing.Entry(path: String(parts[2]), size: size, modified: modified))
    }
  }

  /// Writes the manifest.
  func write(in folder: String) throws(FileSystemError) {
    var text = "\(Self.header)\n\(key)\n"
    for file in files { text += "\(file.size) \(file.modified) \(file.path)\n" }
    try FileSystem.write(Array(text.utf8), to: folder + "/" + Self.name)
  }

  /// Whether every file is still as it was written.
  func matches(_ listing: FolderListing) -> Bool {
    var found: [String: FolderListing.Entry] = [:]
    for file in listing.files { found[file.path] = file }
    return files.allSatisfy { found[$0.path] == $0 }
  }

  /// Whether a path stays inside the folder: a damaged manifest must not remove other files.
  static func isSafe(_ path: Substring) -> Bool {
    !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
  }
}
