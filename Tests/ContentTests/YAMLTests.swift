import Diagnostics
import Testing

@testable import Content

@Suite struct `YAML as it is read` {
  private func parse(_ text: String) -> (entries: [YAMLEntry]?, diagnostics: [Diagnostic]) {
    let source = SourceText(path: "x", bytes: Array(text.utf8))
    return YAMLParser(source: source).parse(0..<source.bytes.count)
  }

  @Test func `values of YAML 1.1 stay the texts they are`() throws {
    let fixture = FixtureSite([
      "fr/x.md": article("keywords: [no, 012, 12:30:45, 2026-01-31, 1.10, yes, 0x351]", title: "no")
    ])
    #expect(fixture.report.isEmpty)
    let version = try #require(fixture.catalog?.articles.first?.versions.first)
    #expect(version.title == "no")
    #expect(
      version.keywords == ["no", "012", "12:30:45", "2026-01-31", "1.10", "yes", "0x351"])
  }

  @Test func `positions are exact behind letters of several bytes, a byte-order mark and CRLF`() {
    let text =
      "\u{FEFF}---\r\ntitle: \"été\"\r\ncategory: a\r\nparams: {é: [à, b]}\r\nweihgt: 1\r\n---\r\n"
    let fixture = FixtureSite(["fr/x.md": text])
    #expect(fixture.faults == ["key-unknown content/fr/x.md:5:1"])
    let quoted = FixtureSite(["fr/x.md": "---\ntitle: T\ntags: [été, b c]\ncategory: a\n---\n"])
    #expect(
      quoted.faults == ["tag-invalid content/fr/x.md:3:8", "tag-invalid content/fr/x.md:3:13"])
  }

  @Test func `line separators of YAML do not move positions`() {
    let text = "---\ntitle: \"a\u{2028}b\"\ncategory: {\n}\nx: 1\n---\n"
    #expect(
      FixtureSite(["fr/x.md": text]).faults.filter { $0.hasPrefix("key-unknown") }
        == ["key-unknown content/fr/x.md:5:1"])
  }

  @Test func `anchors and aliases are read`() throws {
    let (entries, faults) = parse("a: &x [1, 2]\nb: *x\n")
    #expect(faults.isEmpty)
    guard case .sequence(let items) = try #require(entries?.last).value.content else {
      Issue.record("no list")
      return
    }
    #expect(items.count == 2)
  }

  @Test(arguments: [
    ("a: {b: [" + String(repeating: "[", count: 5_000) + "]]}", "yaml-too-large"),
    ("a:\n" + String(repeating: "- ", count: 5_000) + "x", "yaml-too-large"),
    ("a: {" + String(repeating: "x", count: 2 << 20) + "}", "yaml-too-large"),
    ("a: &a [x]\n? [*a]\n: b", "yaml-syntax"), ("a: &a [x]\n[*a]: b", "yaml-syntax"),
    ("a: &a {x: *a}", "yaml-syntax"), ("[a]: b", "yaml-syntax"), ("- a", "type-mismatch"),
    ("a: 1\n---\nb: 2", "yaml-syntax"), ("a: {b: c", "yaml-syntax"), ("a: \u{0}", "yaml-syntax"),
  ])
  func `what cannot be read is one clear fault`(text: String, id: String) {
    let (entries, faults) = parse(text)
    #expect(entries == nil)
    #expect(faults.map(\.id) == [id])
  }

  @Test func `a bomb of anchors is refused, however it is hidden`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let uses = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(uses)]\n"
    }
    let (entries, faults) = parse(text)
    #expect(entries == nil)
    #expect(faults.map(\.id) == ["yaml-too-large"])
  }

  @Test func `all duplicate keys of a flat text are reported`() {
    let (_, faults) = parse("a: 1\nb: 2\na: 3\nb: 4\na: 5\n")
    #expect(faults.map(\.position.line) == [3, 4, 5])
    #expect(Set(faults.map(\.id)) == ["yaml-duplicate-key"])
  }

  @Test func `every prefix of a text is read or refused`() {
    let text = """
      a: &x {b: [1, "two", 'three'], c: |
        text
      }
      d: *x
      e:
        - f: g
          h: !!str 1
        - [x, {y: z}]
      ? k
      : "\\u00e9\\x41"
      """
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      let source = SourceText(path: "x", bytes: Array(bytes[..<end]))
      guard String(validating: source.bytes, as: UTF8.self) != nil else { continue }
      let (entries, faults) = YAMLParser(source: source).parse(0..<end)
      #expect((entries == nil) == faults.hasErrors)
    }
  }
}
