import Content
import Testing

@testable import Rendering

@Suite struct HostileTextTests {
  private static let hostile =
    "</title></script><script>alert(1)</script>\"'><img src=x onerror=a> {{title}} {{{body}}} &amp;"

  private var articles: [Article] {
    (0..<3).map { number in
      SampleSite.article(
        number, "h\(number)", difficulty: "basic", tags: ["\"><b>", "overheating"],
        [
          SampleSite.version(
            "fr", Self.hostile, slug: "h\(number)", description: Self.hostile,
            updated: "2026-01-01")
        ])
    }
  }

  @Test func `titles, descriptions and tags are text on every page`() throws {
    let renderer = PageRenderer(context: SampleSite.context(articles: articles))
    var texts = renderer.pages().filter { $0.path.hasSuffix(".html") || $0.path.hasSuffix(".xml") }
      .map { ($0.path, String(decoding: $0.render(), as: UTF8.self)) }
    for language in SampleSite.site.languages {
      let page = try #require(
        renderer.articlePage(articles[0], readerLanguage: language, body: []))
      texts.append((page.path, page.text))
    }
    for (path, text) in texts {
      #expect(!text.contains("<script>alert"), "\(path)")
      #expect(!text.contains("<img src=x"), "\(path)")
      #expect(!text.contains("\"><b>"), "\(path)")
      if text.contains("alert(1)") { #expect(text.contains("{{title}}"), "\(path)") }
    }
  }

  @Test func `structured data cannot end its script`() throws {
    let renderer = PageRenderer(context: SampleSite.context(articles: articles))
    let page = try #require(renderer.articlePage(articles[0], readerLanguage: "fr", body: []))
    let data = try #require(page.text.split(separator: "application/ld+json\">").last)
    let json = try #require(data.split(separator: "</script>").first)
    #expect(json.contains("\\u003c/title\\u003e"))
    #expect(!json.contains("<"))
  }

  @Test func `a query is text in the results and in the form`() {
    let library = TemplateLibrary.load().0
    let results = library.searchResults(
      SearchResultsContext(
        language: "fr", query: Self.hostile, total: 0, hits: [], suggestion: (Self.hostile, "?q=x"),
        articlesURL: "/fr/articles/"))
    let form = library.searchForm(
      SearchFormContext(
        language: "en", query: Self.hostile, categories: [.init(key: "\"", label: "<b>")],
        difficulties: [], tags: [], action: "/en/search/"))
    for html in [results, form].map({ String(decoding: $0, as: UTF8.self) }) {
      #expect(!html.contains("<script>"))
      #expect(!html.contains("<img"))
      #expect(html.contains("&lt;script&gt;"))
      #expect(html.contains("{{{body}}}"))
    }
  }

  @Test func `Markdown titles are one line of plain text`() {
    #expect(LanguageModelText.line("a\n# b [c](d) *e* <f>") == "a # b \\[c\\](d) \\*e\\* \\<f>")
  }
}
