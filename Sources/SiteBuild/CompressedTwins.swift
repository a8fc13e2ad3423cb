import Compression
import Rendering

/// The `.gz` and `.br` files that a host may send in place of a file.
enum CompressedTwins {
  private static let endings = [
    ".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".md", ".idx",
  ]

  /// Whether files of this name shrink, as pictures and videos do not, and are sent.
  static func areUseful(for path: String) -> Bool {
    path != "site.json" && endings.contains { path.hasSuffix($0) }
  }

  /// The twins that are smaller than the file.
  static func of(_ file: OutputFile) -> [OutputFile] {
    let twins = [
      (".gz", Compression.gzip(file.bytes, level: 9)),
      (".br", Compression.brotli(file.bytes, quality: 9)),
    ]
    return twins.compactMap { ending, bytes in
      guard let bytes, bytes.count < file.bytes.count else { return nil }
      return OutputFile(path: file.path + ending, bytes: bytes)
    }
  }
}
