import Diagnostics
import Testing
import TestSupport

@testable import Rendering

@Suite struct TemplateDiagnosticTests {
  @Test func `the default theme has no faults`() {
    #expect(TemplateLibrary.load().1 == [])
  }

  @Test(arguments: [
    ("unknown field", "pages/not-found.mustache", "<p>é {{titel}}</p>\n"),
    ("unknown text", "pages/not-found.mustache", "\n  {{t.serach}}\n"),
    ("unknown icon", "pages/not-found.mustache", "{{{svg.serch}}}"),
    ("unknown field in a list", "pages/home.mustache", "{{#categories}}{{lable}}{{/categories}}"),
    ("list as a value", "pages/home.mustache", "{{categories}}"),
    ("escaped HTML", "pages/article.mustache", "{{body}}"),
    ("unknown transform", "pages/home.mustache", "{{cuont(categories)}}"),
    ("unknown partial", "pages/home.mustache", "{{>foter}}"),
    ("partial that includes itself", "partials/card.mustache", "{{>card}}"),
    ("cycle of layouts", "partials/footer.mustache", "{{<layout}}{{/layout}}"),
    ("unclosed tag", "pages/home.mustache", "a\n<p>{{title</p>\n"),
    ("unclosed section", "pages/home.mustache", "{{#isHome}}\n<p>"),
    ("wrong end", "pages/home.mustache", "{{#isHome}}{{/isSearch}}{{/isHome}}"),
    ("end alone", "pages/home.mustache", "{{/isHome}}"),
    ("not a name", "pages/home.mustache", "{{a b}}"),
    ("no name", "pages/home.mustache", "{{ }}"),
    ("delimiters", "pages/home.mustache", "{{=<% %>=}}"),
    ("dynamic partial", "pages/home.mustache", "{{>*title}}"),
    ("text that is not known", "strings/fr.yaml", "serach: \"x\"\n"),
    ("placeholder that is not known", "strings/fr.yaml", "updatedOn: \"le {dat}\"\n"),
    ("text without an end", "strings/fr.yaml", "search: \"x\n"),
    ("text given twice", "strings/fr.yaml", "search: \"x\"\nsearch: \"y\"\n"),
    ("language with gaps", "strings/de.yaml", "search: \"Suchen\"\n"),
    ("template in the wrong place", "card.mustache", "{{#article}}{{title}}{{/article}}"),
  ])
  func `a fault is reported where it is`(name: String, path: String, text: String) throws {
    let (_, diagnostics) = TemplateLibrary.replacing(path, with: text)
    #expect(!diagnostics.isEmpty)
    let golden = name.replacing(" ", with: "-")
    try expectGolden(DiagnosticFormatter().format(diagnostics), "diagnostics/\(golden).txt")
  }

  @Test func `a library with errors renders the default theme`() {
    let (library, diagnostics) = TemplateLibrary.replacing(
      "partials/card.mustache", with: "{{>card}}")
    #expect(diagnostics.hasErrors)
    #expect(
      library.sources["card"]?.nodes.count == TemplateLibrary.load().0.sources["card"]?.nodes.count)
  }

  @Test func `sections that nest too deep are a fault and not a crash`() {
    let text = String(repeating: "{{#isHome}}", count: 10_000)
    let (_, diagnostics) = TemplateLibrary.replacing("pages/home.mustache", with: text)
    #expect(diagnostics.contains { $0.message == "sections nest too deep" })
  }

  @Test func `bytes that are not UTF-8 are a fault`() {
    let override = TemplateLibrary.Override(
      path: "pages/home.mustache", bytes: [0x61, 0xFF], displayPath: "t/home.mustache")
    let (_, diagnostics) = TemplateLibrary.load(overrides: [override])
    #expect(diagnostics.map(\.id) == ["encoding-invalid"])
    #expect(diagnostics.first?.position == SourcePosition(line: 1, column: 2))
  }

  @Test func `a partial of the site's own is checked where it is used`() {
    let overrides = [
      ("partials/extra.mustache", "{{numbrs}}"), ("pages/home.mustache", "{{>extra}}"),
    ].map {
      TemplateLibrary.Override(path: $0.0, bytes: Array($0.1.utf8), displayPath: $0.0)
    }
    let (_, diagnostics) = TemplateLibrary.load(overrides: overrides)
    #expect(diagnostics.map(\.path) == ["partials/extra.mustache"])
    #expect(diagnostics.first?.suggestion == FixIt("use 'numbers'"))
  }

  @Test func `a site's own template and text take the place of the theme's`() throws {
    let overrides = [
      ("pages/not-found.mustache", "<h1>{{t.notFound}}</h1>{{title}}"),
      ("strings/fr.yaml", "notFound: \"Perdu & {{title}} ?\"\n"),
    ].map {
      TemplateLibrary.Override(path: $0.0, bytes: Array($0.1.utf8), displayPath: $0.0)
    }
    let (library, diagnostics) = TemplateLibrary.load(overrides: overrides)
    #expect(diagnostics.map(\.id) == ["string-placeholder"])
    #expect(diagnostics.hasErrors)
    let (mended, none) = TemplateLibrary.load(overrides: Array(overrides.prefix(1)))
    #expect(none == [])
    _ = library
    let renderer = PageRenderer(context: SampleSite.context(library: mended))
    let page = try #require(renderer.text(of: "fr/404.html"))
    #expect(page == "<h1>Cette page n’existe pas</h1>Cette page n’existe pas")
  }
}
