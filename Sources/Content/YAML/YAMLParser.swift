import Diagnostics

/// Reads YAML into nodes, within limits.
///
/// Front matter is almost always a flat list of keys: ``FlatYAML`` reads that much in a few
/// microseconds. Everything else goes to Yams.
struct YAMLParser {
  /// The most bytes that are read.
  static let maximumSize = 1 << 20
  /// The deepest nesting that is read.
  static let maximumDepth = 64
  /// The most values, counting each use of an anchor.
  static let maximumNodes = 50_000

  let source: SourceText

  /// Reads a part of the file that is one map; nil when there are faults.
  ///
  /// Nothing but blanks and comments is an empty map.
  func parse(_ range: Range<Int>) -> (entries: [YAMLEntry]?, diagnostics: [Diagnostic]) {
    if let fault = sizeFault(range) { return (nil, [fault]) }
    if let entries = FlatYAML.parse(source.bytes, range) {
      let duplicates = duplicates(in: entries)
      return (duplicates.isEmpty ? entries : nil, duplicates)
    }
    return YamsComposer(source: source, range: range).compose()
  }

  /// Reads a part of the file that is one list; nil when there are faults.
  ///
  /// Nothing but blanks and comments is an empty list.
  func parseList(_ range: Range<Int>) -> (items: [YAMLNode]?, diagnostics: [Diagnostic]) {
    if let fault = sizeFault(range) { return (nil, [fault]) }
    return YamsComposer(source: source, range: range).composeList()
  }

  private func sizeFault(_ range: Range<Int>) -> Diagnostic? {
    guard range.count > Self.maximumSize else { return nil }
    return error(
      DiagnosticID.yamlTooLarge, range.lowerBound..<range.lowerBound,
      "more than \(Self.maximumSize >> 20) MB of YAML")
  }

  private func duplicates(in entries: [YAMLEntry]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (index, entry) in entries.enumerated() {
      guard let first = entries[..<index].first(where: { $0.key == entry.key }) else { continue }
      found.append(duplicateKey(entry.key, at: entry.keyRange, first: first.keyRange))
    }
    return found
  }

  /// The fault of a key that stands twice in one map.
  func duplicateKey(_ key: String, at range: Range<Int>, first: Range<Int>) -> Diagnostic {
    let line = source.position(at: first.lowerBound).line
    return error(
      DiagnosticID.yamlDuplicateKey, range, "'\(key)' is given twice, first in line \(line)",
      FixIt("keep one of them"))
  }

  /// A fault of the YAML.
  func error(
    _ id: String, _ range: Range<Int>, _ message: String, _ suggestion: FixIt? = nil
  ) -> Diagnostic {
    Diagnostic(.error, id: id, in: source, range: range, message, suggestion: suggestion)
  }
}
