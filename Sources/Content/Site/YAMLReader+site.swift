import Diagnostics

extension YAMLReader {
  /// Notes a category that the site lacks.
  mutating func unknownCategory(_ value: String, _ range: Range<Int>, of site: SiteConfiguration) {
    let names = site.categories.map { (key: $0.key, label: $0.label) }
    unknown("category", value, range, names, id: DiagnosticID.categoryUnknown)
  }

  /// Notes a difficulty that the site lacks.
  mutating func unknownDifficulty(
    _ value: String, _ range: Range<Int>, of site: SiteConfiguration
  ) {
    let names = site.difficulties.map { (key: $0.key, label: $0.label) }
    unknown("difficulty", value, range, names, id: DiagnosticID.difficultyUnknown)
  }

  /// Notes a language that the site lacks.
  mutating func unknownLanguage(_ value: String, _ range: Range<Int>, of languages: [LanguageCode])
  {
    let codes = languages.map(\.rawValue)
    report(
      DiagnosticID.languageUnknown, range, "'\(value)' is no language of the site",
      Suggestion.nearest(to: value, among: codes).map {
        FixIt("replace '\(value)' with '\($0)'", replacement: $0)
      })
  }

  /// One text or a list of them, with their places; nil after it has noted why.
  mutating func oneOrMoreTexts(_ node: YAMLNode, _ name: String) -> [Located<String>]? {
    if case .sequence = node.content { return texts(node, name) }
    return locatedText(node, name).map { [$0] }
  }

  /// Reports keys that a map has to have; one that is there but mistyped has been reported.
  mutating func require(
    _ keys: [String], _ entries: [YAMLEntry], _ node: YAMLNode, _ what: String
  ) {
    for key in keys where !entries.contains(where: { $0.key == key }) {
      let others = entries.map(\.key).filter { !keys.contains($0) }
      guard !others.contains(where: { Suggestion.nearest(to: $0, among: keys) == key }) else {
        continue
      }
      report(
        DiagnosticID.keyMissing, node.range, "\(what) has no '\(key)'", FixIt("add '\(key)'"))
    }
  }

  /// Reports a key that the site lacks, with the one that is nearest by itself or by its name.
  private mutating func unknown(
    _ what: String, _ value: String, _ range: Range<Int>,
    _ names: [(key: String, label: Localized<String>)], id: String
  ) {
    let keys = names.map(\.key)
    var keyOfLabel: [String: String] = [:]
    for (key, label) in names {
      for text in label.values.values { keyOfLabel[text] = key }
    }
    let nearest =
      keyOfLabel[value] ?? Suggestion.nearest(to: value, among: keys)
      ?? Suggestion.nearest(to: value, among: keyOfLabel.keys.sorted()).flatMap { keyOfLabel[$0] }
    report(
      id, range, "site.yaml has no \(what) '\(value)'",
      nearest.map { FixIt("replace '\(value)' with '\($0)'", replacement: $0) }
        ?? FixIt("use one of \(keys.joined(separator: ", "))"))
  }
}
