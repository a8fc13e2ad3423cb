import Diagnostics
import TestSupport
import Testing

@Suite struct `Diagnostic formatter` {
  private static let samples: [Diagnostic] = {
    let text = "---\ntitle: Été\n---\nSee [refunds](refunds).\n"
    let source = SourceText(path: "content/billing/refund.md", bytes: Array(text.utf8))
    let start = source.offset(of: SourcePosition(line: 4, column: 15))
    return [
      Diagnostic(
        .error, id: "link-unresolved", in: source, range: start..<start + 7,
        "no article at 'refunds'",
        suggestion: FixIt("replace 'refunds' with 'refund'", replacement: "refund")),
      Diagnostic(
        .warning, id: "title-long", in: source, range: 4..<9, "the title is long"),
      Diagnostic(
        .error, id: "site-missing", path: "content/site.yaml", "there is no site.yaml",
        suggestion: FixIt("run balise init")),
      Diagnostic(
        .error, id: "key-unknown", path: "a,b:c%.md", at: SourcePosition(line: 2, column: 1),
        "unknown key '\u{1B}[31m\n\"x\"'",
        sourceLine: "\u{1B}[2J" + String(repeating: "é", count: 300)),
      Diagnostic(
        .error, id: "search-test-failed", path: "content/search-tests.yaml",
        at: SourcePosition(line: 3, column: 3), "'chaud' finds 'fire' at 2, wanted first",
        details: ["    1  battery-care  12.41  Soins, 100 %", "  → 2  fire  7.90  Feu\u{1B}"]),
    ]
  }()

  @Test(arguments: DiagnosticFormatter.Style.allCases)
  func `every style words the same problems`(style: DiagnosticFormatter.Style) throws {
    let text = DiagnosticFormatter(style: style).format(Self.samples.sorted())
    try expectGolden(text, "diagnostics.\(style.rawValue)")
  }

  @Test func `colours wrap words and nothing else`() {
    let plain = DiagnosticFormatter().format(Self.samples)
    let colored = DiagnosticFormatter(colors: true).format(Self.samples)
    let pattern = /\u{1B}\[[0-9;]*m/
    #expect(colored != plain)
    #expect(colored.replacing(pattern, with: "") == plain)
  }

  @Test func `control characters never reach a terminal`() {
    let text = DiagnosticFormatter().format(Self.samples)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func `nothing to say is nothing written`() {
    #expect(DiagnosticFormatter().format([]).isEmpty)
    #expect(DiagnosticFormatter(style: .json).format([]) == "[]\n")
  }

  @Test func `problems sort by path, position and severity`() {
    let first = Diagnostic(.error, id: "b", path: "a.md", at: .init(line: 2, column: 1), "x")
    let second = Diagnostic(.warning, id: "a", path: "a.md", at: .init(line: 2, column: 1), "x")
    let third = Diagnostic(.error, id: "a", path: "a.md", at: .init(line: 10, column: 1), "x")
    let fourth = Diagnostic(.error, id: "a", path: "b.md", "x")
    #expect([fourth, third, second, first].sorted() == [first, second, third, fourth])
    #expect([second].raisingWarnings().hasErrors)
    #expect(![second].hasErrors)
  }
}

@Suite struct `Suggestions` {
  @Test(
    arguments: zip(
      ["dificulty", "Titel", "lastUpdate", "zzz", "", "catgeory"],
      ["difficulty", "title", "lastUpdated", nil, nil, "category"] as [String?]))
  func `the nearest key is proposed, or none`(word: String, nearest: String?) {
    let keys = ["title", "description", "difficulty", "category", "lastUpdated"]
    #expect(Suggestion.nearest(to: word, among: keys) == nearest)
  }
}
