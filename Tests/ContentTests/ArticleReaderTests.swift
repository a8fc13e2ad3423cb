import Content
import Diagnostics
import Markup
import Testing

@Suite struct `Reading articles` {
  private let reader = ArticleReader(
    site: SiteConfiguration(
      title: Localized(["fr": "T"]), languages: ["fr", "en", "pt-BR"],
      categories: [Category(key: "a", label: Localized(["fr": "A"]))]))

  private func read(_ text: String, at path: String = "fr/x.md") -> ReadArticle {
    reader.read(path, Array(text.utf8))
  }

  @Test(arguments: [
    ("fr/x.md", "fr", "x"), ("x.fr.md", "fr", "x"), ("a/b/x.en.md", "en", "a/b/x"),
    ("en/a/x.md", "en", "a/x"), ("fr/x.fr.md", "fr", "x"), ("pt-BR/x.md", "pt-BR", "x"),
    ("x.pt-BR.md", "pt-BR", "x"), ("fr/v1.2.md", "fr", "v1.2"), ("a.b/x.fr.md", "fr", "a.b/x"),
    ("fr/fr/x.md", "fr", "fr/x"), ("fr/a/index.md", "fr", "a/index"),
  ])
  func `the path says language and name`(path: String, language: String, key: String) throws {
    let read = read(article(), at: path)
    #expect(read.diagnostics.isEmpty)
    let file = try #require(read.file)
    #expect(file.language.rawValue == language)
    #expect(file.key == key)
    #expect(file.id.rawValue == key)
  }

  @Test(arguments: [
    ("x.md", "language-missing"), ("guides/x.md", "language-missing"),
    (".fr.md", "language-missing"), ("de/x.md", "language-unknown"),
    ("x.de.md", "language-unknown"), ("pt-PT/x.md", "language-unknown"),
    ("fr/x.en.md", "language-conflict"), ("fr/x\u{1}.md", "path-invalid"),
  ])
  func `a path without a language is a fault`(path: String, id: String) {
    let read = read(article(), at: path)
    #expect(read.file == nil)
    #expect(read.diagnostics.map(\.id) == [id])
    #expect(read.diagnostics.first?.suggestion != nil)
  }

  @Test func `the default slug is the file's name, or its folder's for an index`() {
    #expect(read(article(), at: "fr/a/Été à Paris.md").file?.slug == "ete-a-paris")
    #expect(read(article(), at: "fr/été/index.md").file?.slug == "ete")
    #expect(read(article(), at: "fr/index.md").file?.slug == "index")
  }

  @Test(arguments: ["---\n", "---\r\n", "\u{FEFF}---\n", "--- \t\n"])
  func `front matter begins after an optional mark, with any line ending`(fence: String) throws {
    let text = "\(fence)title: T\ncategory: a\n---\n\nText"
    let read = read(text)
    #expect(read.diagnostics.isEmpty)
    #expect(read.file?.bodyOffset == Array(text.utf8).count - 5)
  }

  @Test(arguments: [
    ("", "front-matter-missing", 1, 1), ("Text", "front-matter-missing", 1, 1),
    ("\n---\ntitle: T\n---\n", "front-matter-missing", 1, 1),
    ("----\n", "front-matter-missing", 1, 1), ("+++\n", "front-matter-missing", 1, 1),
    ("---", "front-matter-unclosed", 1, 1), ("---\ntitle: T\n", "front-matter-unclosed", 1, 1),
    ("---\ntitle: T\n ---\n", "front-matter-unclosed", 1, 1),
    ("---\n---\n", "title-missing", 1, 1), ("---\ntitle: \"  \"\n---\n", "title-missing", 2, 8),
  ])
  func `front matter that is not there is one fault`(
    text: String, id: String, line: Int, column: Int
  ) {
    let read = read(text)
    #expect(read.diagnostics.map(\.id) == [id])
    #expect(read.diagnostics.first?.position == SourcePosition(line: line, column: column))
    #expect(read.file != nil)
  }

  @Test func `names of other programs are read without a word`() throws {
    let text = """
      ---
      title: T
      translationKey: permanent
      categories: [a]
      lastmod: 2026-01-31T10:00:00Z
      sidebar_position: 3
      ---
      """
    let first = read(text)
    #expect(first.diagnostics.isEmpty)
    let hugo = try #require(first.file).frontMatter
    #expect(hugo.id?.value == "permanent")
    #expect(hugo.category?.value == "a")
    #expect(hugo.lastUpdated?.value.description == "2026-01-31")
    #expect(hugo.weight?.value == 3)
    let second = read(
      "---\ntitle: T\ncategory: a\nsidebar: {order: 4, label: L}\n"
        + "last_update:\n  date: 2026-02-01\n  author: Zoé\n---\n")
    #expect(second.diagnostics.isEmpty)
    let starlight = try #require(second.file).frontMatter
    #expect(starlight.weight?.value == 4)
    #expect(starlight.lastUpdated?.value.description == "2026-02-01")
  }

  @Test func `params are kept with their types`() throws {
    let file = try #require(
      read(article("params: {a: 1, b: true, c: no, d: 012, e: \"1\", f: [x, ~], g: {h: 1.5}}")).file
    )
    #expect(
      file.frontMatter.params == [
        "a": .integer(1), "b": .boolean(true), "c": .text("no"), "d": .text("012"),
        "e": .text("1"), "f": .list([.text("x"), .null]), "g": .map(["h": .text("1.5")]),
      ])
  }

  @Test(arguments: [
    ("weight: 1.5", "type-mismatch"), ("weight: 010", "type-mismatch"),
    ("weight: \"1\"", "type-mismatch"), ("draft: \"true\"", "type-mismatch"),
    ("draft: Yes", "type-mismatch"), ("draft:", "type-mismatch"), ("tags: {a: b}", "type-mismatch"),
    ("tags: [[a]]", "type-mismatch"), ("description: [a]", "type-mismatch"),
    ("description: {a: b}", "type-mismatch"), ("description: null", "type-mismatch"),
    ("lastUpdated: 2026", "date-invalid"), ("lastUpdated: [2026-01-01]", "type-mismatch"),
    ("reviewBy: 2025-02-29", "date-invalid"), ("tags: [Été]", "tag-invalid"),
    ("aliases: [x]", "alias-invalid"), ("aliases: [/a/../b/]", "alias-invalid"),
    ("aliases: [//evil.example/]", "alias-invalid"), ("aliases: [\"/a b/\"]", "alias-invalid"),
    ("aliases: [/a?b]", "alias-invalid"), ("aliases: [/]", "alias-invalid"),
    ("aliases: [/%00/]", "alias-invalid"), ("id: ../x", "id-invalid"), ("id: /x", "id-invalid"),
    ("slug: a/b", "slug-invalid"), ("slug: ..", "slug-invalid"), ("slug: A", "slug-invalid"),
    ("difficulty: hard", "difficulty-unknown"), ("visibility: none", "type-mismatch"),
    ("sidebar: 3", "type-mismatch"), ("last_update: 2026-01-31", "type-mismatch"),
    ("params: x", "type-mismatch"), ("translation: x", "type-mismatch"), ("<<: x", "key-unknown"),
    ("Title: x", "key-unknown"),
  ])
  func `a value that is none is one fault in its place`(line: String, id: String) {
    let read = read(article(line))
    #expect(read.diagnostics.map(\.id) == [id])
    #expect(read.diagnostics.first?.position.line == 4)
    #expect(read.diagnostics.first?.severity == .error)
  }

  @Test(arguments: [
    "weight:", "difficulty:", "params:", "tags:", "aliases: ~", "translation:", "keywords: []",
    "weight: -5", "weight: +3", "draft: TRUE",
  ])
  func `nothing is allowed where a default exists`(line: String) {
    #expect(read(article(line)).diagnostics.isEmpty)
  }

  @Test func `aliases are one spelling each`() throws {
    let file = try #require(
      read(article("aliases: [/fr/caf%C3%A9, /fr/café/, /fr//x, /old.html]")).file)
    #expect(file.frontMatter.aliases.map(\.value) == ["/fr/café/", "/fr/x/", "/old.html"])
  }

  @Test func `words are counted without marks, and reading takes a minute at least`() throws {
    let file = try #require(
      read(article("", "## Un titre\n\nL'été **à** 40 °C – non ? `code x`")).file)
    #expect(file.wordCount == 9)
    #expect(try #require(read(article()).file).wordCount == 0)
  }

  @Test func `bytes that are no text are one fault, wherever they are`() {
    let body = reader.read("fr/x.md", Array(article().utf8) + [0xC3, 0x28])
    #expect(body.diagnostics.map(\.id) == ["encoding-invalid"])
    let front = reader.read("fr/x.md", Array("---\ntitle: ".utf8) + [0xE9] + Array("\n---\n".utf8))
    #expect(front.diagnostics.map(\.id) == ["encoding-invalid"])
    #expect(front.diagnostics.first?.position == SourcePosition(line: 2, column: 8))
  }

  @Test func `every cut of an article is read without a crash`() {
    let bytes = Array(
      "\u{FEFF}---\r\ntitle: \"T\"\ntags: [a, {b: c}]\nparams:\n  x: |\n   é\n---\n# H\n[x](y.md#z)\n"
        .utf8)
    for end in 0...bytes.count {
      for start in [0, 3, 7] where start <= end {
        _ = reader.read("fr/x.md", Array(bytes[start..<end]))
      }
    }
  }

  @Test func `the body of any file is found`() {
    #expect(ArticleBody.start(in: Array("---\na: b\n---\nx".utf8)) == 13)
    #expect(ArticleBody.start(in: Array("\u{FEFF}x".utf8)) == 3)
    #expect(ArticleBody.start(in: Array("---\nx".utf8)) == 0)
    #expect(ArticleBody.language(of: "content/fr/a/x.md") == "fr")
    #expect(ArticleBody.language(of: "x.en.md") == "en")
    #expect(ArticleBody.language(of: "README.md") == nil)
  }

  @Test(arguments: ["fr", "en"])
  func `a new article is a draft without fault`(language: String) throws {
    let site = SiteConfiguration(
      title: Localized(["fr": "T"]), languages: ["fr", "en"],
      categories: [Category(key: "a", label: Localized(["fr": "A"]))])
    let text = ArticleTemplate.text(
      id: "reset-password", language: LanguageCode(rawValue: language),
      isSource: language == "fr", category: nil, difficulty: nil, site: site)
    let read = ArticleReader(site: site).read("\(language)/reset-password.md", Array(text.utf8))
    #expect(read.diagnostics.isEmpty)
    #expect(read.file?.frontMatter.draft == true)
    #expect(read.file?.title == "Reset password")
    #expect(read.file?.frontMatter.category?.value == (language == "fr" ? "a" : nil))
  }
}
