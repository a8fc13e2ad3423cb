import Digest
import FileSystem

/// A digest of everything that a site is made from.
struct BuildKey: Sendable {
  private var text = ""

  /// Adds one input under a name.
  mutating func add(_ name: String, _ value: String) {
    // Lengths keep two inputs from running together.
    text += "\(name.utf8.count):\(name)=\(value.utf8.count):\(value)\n"
  }

  /// Adds the bytes of files, read on several cores.
  ///
  /// A file that cannot be read counts as such; whoever reads it for good reports it.
  mutating func add(files: [String], in root: String, jobs: Int) async throws {
    let hashes = try await concurrentMap(files, jobs: jobs) { path in
      guard let file = try? MappedFile(root + "/" + path) else { return "unreadable" }
      return Hexadecimal.text(SHA256.hash(file.buffer).prefix(16))
    }
    for (path, hash) in zip(files, hashes) { add(path, hash) }
  }

  /// The digest, as 32 hexadecimal digits.
  var digest: String { ContentHash.key(for: Array(text.utf8)) }
}
