import Content
import Diagnostics
import Testing

@Suite struct `Search tests of the content` {
  private func site() throws -> SiteConfiguration {
    let text = "title: T\nlanguages: [fr, en]\ncategories: [{key: a}]\n"
    let (site, _) = SiteConfiguration.parse(SourceText(path: "s", bytes: Array(text.utf8)))
    return try #require(site)
  }

  private func parse(_ text: String, in path: String = "search-tests.yaml") throws
    -> (tests: [SearchTest], faults: [Diagnostic])
  {
    let source = SourceText(path: "content/" + path, bytes: Array(text.utf8))
    let (file, faults) = SearchTestFile.parse(source, in: path, site: try site())
    return (file.tests, faults)
  }

  @Test func `everything but the query and what is expected has a default`() throws {
    let (tests, faults) = try parse("- query: Été ?\n  expect: summer\n")
    #expect(faults.isEmpty)
    let test = try #require(tests.first)
    #expect(test.language == "fr" && test.query == "Été ?" && test.top == 3)
    #expect(test.expected.map(\.value) == ["summer"])
    #expect(test.categories.isEmpty && test.difficulties.isEmpty && test.tags.isEmpty)
    #expect(test.place.start == SourcePosition(line: 1, column: 3))
  }

  @Test func `the whole of a test is read`() throws {
    let (tests, faults) = try parse(
      """
      # comment
      - lang: en
        query: "too hot"
        expect: [a, b/c]
        top: 1
        category: a
        difficulty: [basic, expert]
        tag: [x, y]
      - {query: 0351, expect: a}
      """)
    #expect(faults.isEmpty)
    #expect(tests.count == 2)
    #expect(tests[0].language == "en" && tests[0].top == 1)
    #expect(tests[0].expected.map(\.value) == ["a", "b/c"])
    #expect(tests[0].categories == ["a"] && tests[0].difficulties == ["basic", "expert"])
    #expect(tests[0].tags.map(\.value) == ["x", "y"])
    #expect(tests[1].query == "0351")
  }

  @Test(arguments: [
    ("en/search-tests.yaml", "en"), ("en/guides/search-tests.yaml", "en"),
    ("fr/search-tests.yaml", "fr"), ("guides/search-tests.yaml", "fr"), ("search-tests.yaml", "fr"),
    ("guides/en/search-tests.yaml", "fr"),
  ])
  func `a folder of a language says the language`(path: String, language: String) throws {
    let (tests, _) = try parse("- {query: a, expect: b}", in: path)
    #expect(tests.map(\.language) == [LanguageCode(rawValue: language)])
    let (others, _) = try parse("- {query: a, expect: b, lang: fr}", in: path)
    #expect(others.map(\.language) == ["fr"])
  }

  @Test(arguments: ["", "\n# nothing yet\n", "[]", "---\n", "~"])
  func `a file without tests is none`(text: String) throws {
    let (tests, faults) = try parse(text)
    #expect(tests.isEmpty && faults.isEmpty)
  }

  @Test(arguments: [
    ("a: b", "type-mismatch"), ("x", "type-mismatch"), ("- [", "yaml-syntax"),
    ("- a: 1\n  a: 2", "yaml-duplicate-key"),
    (String(repeating: "[", count: 5_000), "yaml-too-large"), ("- ? [a]\n  : b", "yaml-syntax"),
  ])
  func `a file that is no list is one clear fault`(text: String, id: String) throws {
    let (tests, faults) = try parse(text)
    #expect(tests.isEmpty)
    #expect(faults.map(\.id) == [id])
  }

  @Test func `bytes that are no text are a fault`() throws {
    let source = SourceText(path: "x", bytes: Array("- query: ".utf8) + [0xE9])
    let (file, faults) = SearchTestFile.parse(source, in: "x", site: try site())
    #expect(file.tests.isEmpty && faults.map(\.id) == ["encoding-invalid"])
  }

  @Test func `one bad test does not hide the others`() throws {
    let (tests, faults) = try parse("- {query: a}\n- {query: b, expect: c}\n- 7\n")
    #expect(tests.map(\.query) == ["b"])
    #expect(faults.map(\.id) == ["key-missing", "type-mismatch"])
  }

  @Test func `a test of a draft waits, and is ready with drafts`() throws {
    let texts = [
      "fr/x.md": article("draft: true"), "fr/y.md": article("id: y"),
      "search-tests.yaml": "- {query: t, expect: x}\n- {query: t, expect: [x, y]}\n",
    ]
    for (includesDrafts, ready) in [(false, [false, true]), (true, [true, true])] {
      let fixture = FixtureSite(texts, includeDrafts: includesDrafts)
      #expect(fixture.report.isEmpty)
      let catalog = try #require(fixture.catalog)
      #expect(fixture.searchTests.flatMap(\.tests).map(catalog.isReady) == ready)
    }
  }
}
