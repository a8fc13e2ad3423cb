import Diagnostics

/// Reads search tests from the items of their list.
struct SearchTestReader {
  static let keys = [
    "lang", "query", "expect", "top", "category", "difficulty", "tag",
  ]
  private static let what = "a search test"

  private var reader: YAMLReader
  private let site: SiteConfiguration
  /// The language of a test that names none.
  private let language: LanguageCode

  init(source: SourceText, site: SiteConfiguration, language: LanguageCode) {
    reader = YAMLReader(source: source)
    self.site = site
    self.language = language
  }

  var diagnostics: [Diagnostic] { reader.diagnostics }

  /// Reads one test; nil when anything in it is wrong.
  mutating func read(_ node: YAMLNode) -> SearchTest? {
    guard case .mapping(let entries) = node.content else {
      reader.report(
        DiagnosticID.typeMismatch, node.range, "\(Self.what) takes 'query' and 'expect'",
        FixIt("write '- {query: what people type, expect: article-id}'"))
      return nil
    }
    let faults = reader.diagnostics.count
    var test = SearchTest(
      language: language, query: "", expected: [],
      place: SourcePlace(node.range, in: reader.source))
    for entry in entries { read(entry, into: &test) }
    reader.require(["query", "expect"], entries, node, Self.what)
    return reader.diagnostics.count == faults ? test : nil
  }

  private mutating func read(_ entry: YAMLEntry, into test: inout SearchTest) {
    let name = entry.key
    let node = entry.value
    switch name {
    case "lang":
      guard let text = reader.text(node, name) else { return }
      test.language = LanguageCode(rawValue: text)
      if !site.languages.contains(test.language) {
        reader.unknownLanguage(text, node.range, of: site.languages)
      }
    case "query":
      guard let text = reader.text(node, name) else { return }
      test.query = text
      if text.utf8.allSatisfy({ $0 <= 0x20 }) {
        reader.report(
          DiagnosticID.typeMismatch, node.range, "the query is empty",
          FixIt("write what people type"))
      }
    case "expect":
      guard let texts = reader.oneOrMoreTexts(node, name) else { return }
      test.expected = texts.map { Located(ArticleID(rawValue: $0.value), at: $0.place) }
      if texts.isEmpty {
        reader.report(
          DiagnosticID.keyMissing, node.range, "'expect' names one article at least",
          FixIt("write the article's id"))
      }
    case "top": test.top = top(node) ?? SearchTest.standardTop
    case "category", "difficulty", "tag": readFilter(name, node, into: &test)
    default: reader.unknown(entry, known: Self.keys, in: Self.what)
    }
  }

  private mutating func top(_ node: YAMLNode) -> Int? {
    guard let number = reader.integer(node, "top") else { return nil }
    guard (1...SearchTest.maximumTop).contains(number) else {
      reader.report(
        DiagnosticID.typeMismatch, node.range,
        "'top' takes a number from 1 to \(SearchTest.maximumTop), not \(number)")
      return nil
    }
    return number
  }

  private mutating func readFilter(_ name: String, _ node: YAMLNode, into test: inout SearchTest) {
    guard let texts = reader.oneOrMoreTexts(node, name) else { return }
    for text in texts {
      let start = reader.source.offset(of: text.place.start)
      let range = start..<(text.place.end.map { reader.source.offset(of: $0) } ?? start)
      switch name {
      case "category":
        test.categories.append(text.value)
        if site.category(text.value) == nil {
          reader.unknownCategory(text.value, range, of: site)
        }
      case "difficulty":
        test.difficulties.append(text.value)
        if site.difficulty(text.value) == nil {
          reader.unknownDifficulty(text.value, range, of: site)
        }
      default: test.tags.append(text)
      }
    }
  }
}
