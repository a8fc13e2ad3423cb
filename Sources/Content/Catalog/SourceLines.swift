import Diagnostics

/// Adds the line that each fault is about, from files that are not in memory any more.
enum SourceLines {
  /// Fills in what is missing, reading each file once.
  ///
  /// - Parameters:
  ///   - diagnostics: faults, sorted by path.
  ///   - files: what was read, with the paths that faults show.
  ///   - reading: the bytes of a file by its path in the content folder.
  static func fill(
    _ diagnostics: inout [Diagnostic], files: [ArticleFile], reading: (String) -> [UInt8]?
  ) {
    guard !diagnostics.isEmpty else { return }
    var paths: [String: String] = [:]
    for file in files { paths[file.displayPath] = file.path }
    var current: SourceText?
    for index in diagnostics.indices where diagnostics[index].sourceLine == nil {
      let shown = diagnostics[index].path
      if current?.path != shown {
        guard let path = paths[shown], let bytes = reading(path) else { continue }
        current = SourceText(path: shown, bytes: bytes)
      }
      diagnostics[index].sourceLine = current?.line(diagnostics[index].position.line)
    }
  }
}
