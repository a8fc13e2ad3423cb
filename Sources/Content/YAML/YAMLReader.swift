import Diagnostics

/// Reads typed values from nodes, and notes what they are not.
///
/// Each method answers nil after it has noted why. `name` is the key as the writer has it.
struct YAMLReader {
  let source: SourceText
  var diagnostics: [Diagnostic] = []

  init(source: SourceText) { self.source = source }

  /// Notes a fault.
  mutating func report(
    _ id: String, _ range: Range<Int>, _ message: String, _ suggestion: FixIt? = nil,
    severity: Severity = .error
  ) {
    diagnostics.append(
      Diagnostic(severity, id: id, in: source, range: range, message, suggestion: suggestion))
  }

  /// A text.
  ///
  /// `no`, `012` and `2026-01-31` are texts as they stand; nothing and `null` are not.
  mutating func text(_ node: YAMLNode, _ name: String) -> String? {
    switch node.content {
    case .scalar(let text, _) where !node.isNull: return text
    case .scalar:
      mismatch(node, name, "a text", FixIt("give it a text or remove the key"))
    case .sequence(let items):
      var fix: FixIt?
      if items.count == 1, case .scalar(let text, _) = items[0].content {
        fix = FixIt("write '\(name): \(text)'")
      }
      mismatch(node, name, "a text", fix)
    case .mapping: mismatch(node, name, "a text")
    }
    return nil
  }

  /// A text together with its place.
  mutating func locatedText(_ node: YAMLNode, _ name: String) -> Located<String>? {
    text(node, name).map { Located($0, at: SourcePlace(node.range, in: source)) }
  }

  /// `true` or `false`.
  mutating func boolean(_ node: YAMLNode, _ name: String) -> Bool? {
    if case .scalar(let text, true) = node.content {
      switch text {
      case "true", "True", "TRUE": return true
      case "false", "False", "FALSE": return false
      case let word where ["yes", "on", "y", "1"].contains(word.lowercased()):
        mismatch(node, name, "true or false", FixIt("write 'true'", replacement: "true"))
        return nil
      case let word where ["no", "off", "n", "0"].contains(word.lowercased()):
        mismatch(node, name, "true or false", FixIt("write 'false'", replacement: "false"))
        return nil
      default: break
      }
    }
    mismatch(node, name, "true or false")
    return nil
  }

  /// A whole number in decimal digits.
  mutating func integer(_ node: YAMLNode, _ name: String) -> Int? {
    if case .scalar(let text, true) = node.content, let number = Int(text) {
      let digits = text.drop { $0 == "-" || $0 == "+" }
      if digits.count == 1 || digits.first != "0" { return number }
      mismatch(
        node, name, "a whole number without leading zeros",
        FixIt("write '\(number)'", replacement: "\(number)"))
      return nil
    }
    mismatch(node, name, "a whole number")
    return nil
  }

  /// A day, alone or at the beginning of a timestamp.
  mutating func date(_ node: YAMLNode, _ name: String) -> Located<CalendarDate>? {
    guard let text = text(node, name) else { return nil }
    guard let date = CalendarDate(text) else {
      report(
        DiagnosticID.dateInvalid, node.range, "'\(text)' is no day of the calendar",
        FixIt("write year, month and day as 2026-01-31"))
      return nil
    }
    return Located(date, at: SourcePlace(node.range, in: source))
  }

  /// A list of texts, with their places; empty for `null`.
  mutating func texts(_ node: YAMLNode, _ name: String) -> [Located<String>]? {
    guard case .sequence(let items) = node.content else {
      if node.isNull { return [] }
      if case .scalar(let text, _) = node.content {
        mismatch(node, name, "a list", FixIt("write '[\(text)]'", replacement: "[\(text)]"))
      } else {
        mismatch(node, name, "a list")
      }
      return nil
    }
    var texts: [Located<String>] = []
    var isWhole = true
    for item in items {
      guard case .scalar(let text, _) = item.content, !item.isNull else {
        mismatch(item, name, "a list of texts")
        isWhole = false
        continue
      }
      texts.append(Located(text, at: SourcePlace(item.range, in: source)))
    }
    return isWhole ? texts : nil
  }

  /// The keys of a map.
  mutating func mapping(_ node: YAMLNode, _ name: String) -> [YAMLEntry]? {
    if case .mapping(let entries) = node.content { return entries }
    mismatch(node, name, "keys with values", FixIt("write '\(name): {key: value}'"))
    return nil
  }

  /// Notes a key that nothing reads.
  mutating func unknown(_ entry: YAMLEntry, known: [String], in place: String? = nil) {
    let nearest = Suggestion.nearest(to: entry.key, among: known)
    let fix =
      nearest.map { FixIt("replace '\(entry.key)' with '\($0)'", replacement: $0) }
      ?? FixIt("use one of \(known.joined(separator: ", "))")
    let place = place.map { " in \($0)" } ?? ""
    report(DiagnosticID.keyUnknown, entry.keyRange, "unknown key '\(entry.key)'\(place)", fix)
  }

  /// Any value, for templates.
  func parameter(_ node: YAMLNode) -> ParameterValue {
    switch node.content {
    case .scalar(_, true) where node.isNull: return .null
    case .scalar("true", true): return .boolean(true)
    case .scalar("false", true): return .boolean(false)
    case .scalar(let text, let isPlain):
      // `012` and `+1` are not written back as they are, so they stay texts.
      if isPlain, let number = Int(text), String(number) == text { return .integer(number) }
      return .text(text)
    case .sequence(let items): return .list(items.map(parameter))
    case .mapping(let entries): return .map(parameters(entries))
    }
  }

  /// The values of a map, for templates.
  func parameters(_ entries: [YAMLEntry]) -> [String: ParameterValue] {
    var values: [String: ParameterValue] = [:]
    for entry in entries { values[entry.key] = parameter(entry.value) }
    return values
  }

  private mutating func mismatch(
    _ node: YAMLNode, _ name: String, _ expected: String, _ suggestion: FixIt? = nil
  ) {
    let found =
      switch node.content {
      case .scalar where node.isNull: "nothing"
      case .scalar(let text, _): "'\(text)'"
      case .sequence: "a list"
      case .mapping: "a map"
      }
    report(
      DiagnosticID.typeMismatch, node.range, "'\(name)' takes \(expected), not \(found)", suggestion
    )
  }
}
