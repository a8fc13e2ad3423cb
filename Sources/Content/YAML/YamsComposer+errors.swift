import Diagnostics
import Yams

extension YamsComposer {
  /// One sentence about what Yams could not read.
  func diagnostic(for error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return diagnostic(context, problem, mark)
    case .duplicatedKeysInMapping(let keys, let context):
      return duplicate(keys.first ?? "", first: offset(context.mark))
    case .reader(_, let offset, _, let text):
      let start = offset.map { range.lowerBound + text.prefix($0).utf8.count }
      let place = min(start ?? range.lowerBound, range.upperBound)
      return parser.error(
        DiagnosticID.yamlSyntax, place..<place, "a control character cannot stand in YAML",
        FixIt("remove it"))
    default:
      return parser.error(
        DiagnosticID.yamlSyntax, range.lowerBound..<range.lowerBound, "this is not YAML: \(error)")
    }
  }

  private func diagnostic(
    _ context: YamlError.Context?, _ problem: String, _ mark: Mark
  ) -> Diagnostic {
    let here = min(offset(mark), range.upperBound)
    let start = context.map { offset($0.mark) } ?? here
    if let tab = tab(before: here) {
      return fault(tab..<tab + 1, "a tab in the indentation", "indent with spaces")
    }
    let inQuotes = context?.text.contains("quoted scalar") ?? false
    if inQuotes, problem.contains("end of stream") || problem.contains("document indicator") {
      return fault(start..<start + 1, "a quotation mark that is not closed", "close it")
    }
    switch problem {
    case let text where text.contains("mapping values are not allowed"):
      return fault(
        here..<here, "a colon followed by a blank within a text", "put the text in quotation marks")
    case let text where text.contains("could not find expected ':'"):
      return fault(start..<start, "a line that is neither 'key: value' nor a part of one")
    case let text where text.contains("expected ',' or ']'"):
      return fault(start..<start, "a list that is not closed", "end it with ']'")
    case let text where text.contains("expected ',' or '}'"):
      return fault(start..<start, "a map that is not closed", "end it with '}'")
    case let text where text.contains("undefined alias"):
      return fault(
        here..<here, "'*' refers to an anchor that is not there",
        "put a text that begins with '*' in quotation marks")
    case let text where text.contains("alphabetic or numeric character"):
      return fault(
        start..<start + 1, "what begins with '*' or '&' is no text to YAML",
        "put the text in quotation marks")
    case let text where text.contains("expected node content") && here == range.upperBound:
      return fault(here..<here, "a list or map that is not closed", "end it with ']' or '}'")
    case let text where text.contains("cannot start any token"):
      return fault(
        here..<here, "a text cannot begin with this character", "put the text in quotation marks")
    case let text where text.contains("block sequence entries are not allowed"):
      return fault(here..<here, "a list cannot begin here", "begin it on the next line")
    case let text where text.contains("expected key"):
      return fault(here..<here, "a line that does not continue what stands before it")
    case let text where text.contains("another document"):
      return fault(here..<here, "a second YAML document", "remove the line '---'")
    case let text where text.contains("escape character"):
      return fault(
        here..<here, "an unknown escape between quotation marks", "write '\\\\' for a backslash")
    default:
      return fault(here..<here, "this is not YAML: \(problem)")
    }
  }

  private func fault(_ range: Range<Int>, _ message: String, _ advice: String? = nil) -> Diagnostic
  {
    parser.error(DiagnosticID.yamlSyntax, range, message, advice.map { FixIt($0) })
  }

  /// A tab in the indentation of the line at an offset, or of the one after it.
  private func tab(before offset: Int) -> Int? {
    let bytes = source.bytes
    var index = offset
    while index > range.lowerBound, bytes[index - 1] != 0x0A, bytes[index - 1] != 0x0D {
      index -= 1
    }
    while index < range.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 {
      if bytes[index] == 0x09 { return index }
      index += 1
    }
    return nil
  }

  /// Yams tells where a key stands first; the second is found in the text.
  private func duplicate(_ key: String, first: Int) -> Diagnostic {
    let bytes = source.bytes
    let name = Array(key.utf8)
    let firstEnd = min(first + max(1, name.count), range.upperBound)
    var index = firstEnd
    while !name.isEmpty, index + name.count < range.upperBound {
      let before = bytes[index - 1]
      var after = index + name.count
      if bytes[index..<after].elementsEqual(name),
        before <= 0x20 || [0x22, 0x27, 0x2C, 0x7B].contains(before)
      {
        while after < range.upperBound, [0x20, 0x22, 0x27].contains(bytes[after]) { after += 1 }
        if after < range.upperBound, bytes[after] == 0x3A {
          return parser.duplicateKey(key, at: index..<index + name.count, first: first..<firstEnd)
        }
      }
      index += 1
    }
    return parser.duplicateKey(key, at: first..<firstEnd, first: first..<firstEnd)
  }
}
