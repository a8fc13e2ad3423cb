import Diagnostics

extension StringTable {
  /// Reads a file of texts, and compares its keys with `known` unless that is nil.
  ///
  /// `known` holds the texts that the theme has in its first language: a key that is not there is
  /// an error, and so is a placeholder that its text does not have.
  static func parse(
    _ source: SourceText, language: String, known: StringTable? = nil
  ) -> (table: StringTable, diagnostics: [Diagnostic]) {
    var table = StringTable(language: language)
    var diagnostics: [Diagnostic] = []
    for number in source.lineStarts.indices {
      let range = source.lineRange(number + 1)
      do throws(Fault) {
        guard let entry = try Entry(source.bytes, in: range) else { continue }
        if table.texts[entry.key] != nil {
          throw Fault(id: "string-duplicate", range: entry.keyRange, "this key is given twice")
        }
        if let known { try entry.check(against: known) }
        table.texts[entry.key] = entry.text
      } catch {
        diagnostics.append(
          Diagnostic(
            .error, id: error.id, in: source, range: error.range, error.message,
            suggestion: error.suggestion))
      }
    }
    return (table, diagnostics)
  }

  /// What is wrong with one line.
  private struct Fault: Error {
    var id: String
    var range: Range<Int>
    var message: String
    var suggestion: FixIt?

    init(id: String, range: Range<Int>, _ message: String, _ suggestion: FixIt? = nil) {
      self.id = id
      self.range = range
      self.message = message
      self.suggestion = suggestion
    }
  }

  /// One `key: "text"` line.
  private struct Entry {
    var key: String
    var keyRange: Range<Int>
    var text: String
    var textRange: Range<Int>

    /// Reads a line; nil when it is blank or a comment.
    init?(_ bytes: [UInt8], in line: Range<Int>) throws(Fault) {
      var start = line.lowerBound
      if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
      while start < line.upperBound, bytes[start].isBlank { start += 1 }
      var end = line.upperBound
      while end > start, bytes[end - 1].isBlank { end -= 1 }
      guard start < end, bytes[start] != UInt8(ascii: "#") else { return nil }
      guard let colon = bytes[start..<end].firstIndex(of: UInt8(ascii: ":")) else {
        throw Fault(id: "string-syntax", range: start..<end, "a line reads 'key: \"text\"'")
      }
      keyRange = start..<colon
      key = String(decoding: bytes[keyRange], as: UTF8.self)
      var from = colon + 1
      while from < end, bytes[from].isBlank { from += 1 }
      textRange = from..<end
      guard from < end, bytes[from] == UInt8(ascii: "\"") else {
        text = String(decoding: bytes[textRange], as: UTF8.self)
        return
      }
      var result: [UInt8] = []
      var index = from + 1
      while index < end, bytes[index] != UInt8(ascii: "\"") {
        if bytes[index] == UInt8(ascii: "\\"), index + 1 < end {
          index += 1
          result.append(bytes[index] == UInt8(ascii: "n") ? 0x0A : bytes[index])
        } else {
          result.append(bytes[index])
        }
        index += 1
      }
      guard index == end - 1 else {
        throw Fault(
          id: "string-syntax", range: textRange, "the text does not end with a quotation mark")
      }
      text = String(decoding: result, as: UTF8.self)
    }

    func check(against known: StringTable) throws(Fault) {
      guard let original = known.texts[key] else {
        let nearest = Suggestion.nearest(to: key, among: known.texts.keys.sorted())
        throw Fault(
          id: "string-unknown", range: keyRange, "the theme has no text '\(key)'",
          nearest.map { FixIt("replace '\(key)' with '\($0)'", replacement: $0) })
      }
      let names = StringTable.placeholders(in: original)
      for name in StringTable.placeholders(in: text) where !names.contains(name) {
        let nearest = Suggestion.nearest(to: name, among: names)
        throw Fault(
          id: "string-placeholder", range: textRange, "'\(key)' has no placeholder {\(name)}",
          nearest.map { FixIt("replace {\(name)} with {\($0)}") })
      }
    }
  }
}
