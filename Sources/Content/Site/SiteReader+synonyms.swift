import Diagnostics

extension SiteReader {
  /// Words that stand for others: `[a, b]` both ways, `{from: [a], to: [b]}` one way.
  mutating func synonyms(_ node: YAMLNode) -> [LanguageCode: [SynonymRule]] {
    guard !node.isNull, let entries = reader.mapping(node, "synonyms") else { return [:] }
    var result: [LanguageCode: [SynonymRule]] = [:]
    for entry in entries {
      let code = LanguageCode(rawValue: entry.key)
      guard languages.contains(code) else {
        reader.unknownLanguage(entry.key, entry.keyRange, of: languages)
        continue
      }
      let name = "synonyms.\(entry.key)"
      result[code] = items(entry.value, name).compactMap { group in
        if case .mapping(let sides) = group.content { return oneWay(sides, group) }
        return bothWays(group, name)
      }
    }
    return result
  }

  private mutating func bothWays(_ node: YAMLNode, _ name: String) -> SynonymRule? {
    guard let words = reader.texts(node, name) else { return nil }
    if words.count < 2 {
      reader.report(
        DiagnosticID.typeMismatch, node.range, "a group of synonyms has two words at least")
    }
    return SynonymRule(both: words.map(\.value))
  }

  private mutating func oneWay(_ entries: [YAMLEntry], _ node: YAMLNode) -> SynonymRule? {
    let what = "a one-way group of synonyms"
    var rule = SynonymRule(from: [], to: [])
    for entry in entries {
      switch entry.key {
      case "from": rule.from = side(entry, what)
      case "to": rule.to = side(entry, what)
      default: reader.unknown(entry, known: ["from", "to"], in: what)
      }
    }
    reader.require(["from", "to"], entries, node, what)
    for word in rule.to where rule.from.contains(word) {
      reader.report(
        DiagnosticID.typeMismatch, node.range, "'\(word)' stands on both sides, 'from' and 'to'",
        FixIt("keep it on one side, or write '[…]' for words that mean the same"))
    }
    return rule
  }

  private mutating func side(_ entry: YAMLEntry, _ what: String) -> [String] {
    guard let words = reader.oneOrMoreTexts(entry.value, entry.key) else { return [] }
    if words.isEmpty {
      reader.report(
        DiagnosticID.keyMissing, entry.value.range, "\(what) has no words in '\(entry.key)'")
    }
    return words.map(\.value)
  }
}
