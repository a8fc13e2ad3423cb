import Foundation

/// A file of the repository.
enum SourceFile {
  /// The text of a file by its path from the top.
  static func read(_ path: String, filePath: String = #filePath) throws -> String {
    let top = URL(fileURLWithPath: filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: top.appendingPathComponent(path), encoding: .utf8)
  }
}
