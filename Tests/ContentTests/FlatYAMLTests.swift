import Diagnostics
import Testing

@testable import Content

/// What ``FlatYAML`` reads, a whole YAML parser reads the same way.
@Suite struct `Flat YAML` {
  static let simple = [
    "title: A title", "title: A title   # a comment", "title:", "title: # nothing", "a: no\nb: 012",
    "a: 2026-01-31", "a: 12:30:45", "a: http://example.com/x#y", "a: \"quoted: text\"",
    "a: 'single # text'", "a: \"\"", "a: []", "a: [x]", "a: [x, y z , \"q, r\", 's']",
    "a: [x, y] # comment", "# only\n\n  # comments\na: b\n\n", "a: é à ç\nb: \"œ\"",
    "a: b\r\nc: d\r\n",
    "a: ~\nb: null", "a: l'été", "a: x, y", "a: x [y]", "a: x {y}", "a_b-c: d", "a: 10 %", "a: (x)",
    "a: +1", "a: .5", "a: /fr/x/", "a: b:c", "a: [x,y]", "a: x?",
    "a: \u{1F50B} batterie", "a: [ a , b , ]", "a: ~", "a: 'é'\nb: [é, \"à\"]", "a: x  y",
  ]

  static let other = [
    "a: b: c", "a:\n  b: c", "a:\n- b", "a: |\n  text", "a: >\n  text", "a: {b: c}", "a: &x b",
    "a: *x", "a: !!str b", "a: \"x\\n\"", "a: 'it''s'", "a: b\n  c", "a: [x,\n  y]", "\"a\": b",
    "? a", "a: @b", "a: `b`", "a: %b", "a: - b", "a: [x: y]", "a: [[x]]", "a: [*x]", "a: b\tc",
    "a: \u{7}", "a: \u{85}b", "a: \u{2028}b", "a: b\rc: d", "a:b", "a: \"x\" y", "a: [x] y",
    "--- a", "a: 'x", "a: [x", "a: ]", "a: ,x", "a: #x\n  y: z", "1: b", " a: b", "a: [x,,y]",
    "a: [\"x\"y]", "a: 'x'#y",
  ]

  @Test(arguments: simple)
  func `simple front matter is read without Yams, and as Yams reads it`(text: String) throws {
    let source = SourceText(path: "x", bytes: Array(text.utf8))
    let range = 0..<source.bytes.count
    let entries = try #require(FlatYAML.parse(source.bytes, range))
    let (whole, faults) = YamsComposer(source: source, range: range).compose()
    #expect(faults.isEmpty)
    #expect(describe(entries) == describe(try #require(whole)))
  }

  @Test(arguments: other)
  func `anything else is left to Yams`(text: String) {
    let bytes = Array(text.utf8)
    #expect(FlatYAML.parse(bytes, 0..<bytes.count) == nil)
  }

  /// All texts of a few characters that matter, each alone and before another key.
  @Test func `no short text is read in two ways`() {
    let letters = Array("a :#[],'\"-\n?é{&*|".unicodeScalars)
    var differences: [String] = []
    func compare(_ text: String) {
      let source = SourceText(path: "x", bytes: Array(text.utf8))
      let range = 0..<source.bytes.count
      // Refused before Yams sees it, for what it could be elsewhere.
      guard YAMLLimits.aliasInKey(source.bytes[...]) == nil else { return }
      guard let entries = FlatYAML.parse(source.bytes, range) else { return }
      let (whole, faults) = YamsComposer(source: source, range: range).compose()
      let hasDuplicates = Set(entries.map(\.key)).count < entries.count
      if hasDuplicates ? whole != nil : whole.map(describe) != describe(entries) || !faults.isEmpty
      {
        differences.append(text)
      }
    }
    for first in letters {
      for second in letters {
        for third in letters {
          let text = "k: \(first)\(second)\(third)"
          compare(text)
          compare(text + "\nz: b\n")
          compare("k: a\(first)\(second)\(third)a\n")
        }
      }
    }
    #expect(differences == [])
  }

  private func describe(_ entries: [YAMLEntry]) -> String {
    entries.map { "\($0.key)@\($0.keyRange)=\(describe($0.value))" }.joined(separator: ";")
  }

  private func describe(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, let isPlain):
      // Where nothing is written there is no place to agree on.
      "\(text)|\(isPlain)" + (text.isEmpty && isPlain ? "" : "@\(node.range)")
    case .sequence(let items): "[\(items.map(describe).joined(separator: ","))]@\(node.range)"
    case .mapping(let entries): "{\(describe(entries))}"
    }
  }
}
