import Content
import Testing
import TestSupport

@testable import Rendering

@Suite struct PageTests {
  let renderer = PageRenderer(context: SampleSite.context())

  @Test func `an article's page is as recorded`() throws {
    let page = try #require(
      renderer.articlePage(
        SampleSite.articles[0], readerLanguage: "fr", body: Array("<p>Corps</p>".utf8)))
    #expect(page.path == "fr/articles/surchauffe/index.html")
    try expectGolden(page.text, "article.fr.html")
  }

  @Test func `a page of an untranslated article says so and belongs to the original`() throws {
    let page = try #require(
      renderer.articlePage(
        SampleSite.articles[1], readerLanguage: "en", body: Array("<p>Corps</p>".utf8)))
    #expect(page.path == "en/articles/equilibrage/index.html")
    #expect(page.text.contains("<html lang=\"en\">"))
    #expect(page.text.contains("<meta name=\"robots\" content=\"noindex\">"))
    let canonical =
      "<link rel=\"canonical\" href=\"https://aide.example.com/fr/articles/equilibrage/\">"
    #expect(page.text.contains(canonical))
    #expect(!page.text.contains("rel=\"alternate\" hreflang"))
    #expect(!page.text.contains("application/ld+json"))
    try expectGolden(page.text, "fallback.en.html")
  }

  @Test(arguments: [
    ("fr/index.html", "home.fr.html"), ("en/index.html", "home.en.html"),
    ("fr/categories/troubleshooting/index.html", "category.fr.html"),
    ("fr/tags/overheating/index.html", "tag.fr.html"),
    ("en/difficulty/expert/index.html", "difficulty.en.html"),
    ("fr/articles/index.html", "articles.fr.html"), ("fr/search/index.html", "search.fr.html"),
    ("fr/404.html", "not-found.fr.html"), ("404.html", "not-found.html"),
    ("index.html", "chooser.html"), ("fr/ancien/index.html", "alias.html"),
  ])
  func `a page is as recorded`(path: String, golden: String) throws {
    try expectGolden(try #require(renderer.text(of: path)), golden)
  }

  @Test func `the pages of the contract are all there in every language`() {
    let paths = Set(renderer.pages().map(\.path))
    #expect(paths.count == renderer.pages().count)
    for path in [
      "index.html", "404.html", "sitemap.xml", "robots.txt", "llms.txt", "_redirects",
      "redirects.json", "articles.json",
    ] { #expect(paths.contains(path), "\(path)") }
    for language in ["fr", "en"] {
      for path in [
        "index.html", "404.html", "feed.xml", "opensearch.xml", "search/index.html",
        "articles/index.html", "categories/alerts/index.html", "categories/empty/index.html",
        "difficulty/basic/index.html", "tags/overheating/index.html",
      ] { #expect(paths.contains("\(language)/\(path)"), "\(language)/\(path)") }
    }
  }

  @Test func `the language switch leads to pages that exist`() throws {
    let pages = renderer.pages()
    let paths = Set(pages.map(\.path))
    let articles = Set(
      SampleSite.articles.flatMap { article in
        SampleSite.site.languages.compactMap { renderer.path(of: article, in: $0) }
      }.map { PageRenderer.file($0) })
    for page in pages where page.path.hasSuffix(".html") {
      let text = String(decoding: page.render(), as: UTF8.self)
      for link in text.split(separator: "<a class=\"text-button\" href=\"").dropFirst()
      where link.contains("hreflang=") {
        let target = PageRenderer.file(String(link.prefix { $0 != "\"" }))
        #expect(paths.contains(target) || articles.contains(target), "\(page.path) → \(target)")
      }
    }
  }

  @Test func `an article by link only is in no list`() throws {
    for page in renderer.pages() where page.path != "articles.json" {
      let text = String(decoding: page.render(), as: UTF8.self)
      #expect(!text.contains("articles/lien/"), "\(page.path)")
      #expect(!text.contains("Par lien seulement"), "\(page.path)")
    }
    let page = try #require(
      renderer.articlePage(SampleSite.articles[3], readerLanguage: "fr", body: []))
    #expect(page.text.contains("content=\"noindex\""))
  }

  @Test func `lists of many articles have pages that link to each other`() throws {
    let articles = (0..<130).map { number in
      SampleSite.article(
        number, "a\(number)", [SampleSite.version("fr", "Titre \(number)", slug: "t\(number)")])
    }
    let renderer = PageRenderer(context: SampleSite.context(articles: articles))
    let folder = "fr/categories/troubleshooting/"
    let second = try #require(renderer.text(of: "\(folder)page/2/index.html"))
    #expect(second.contains("rel=\"prev\" href=\"/\(folder)\""))
    #expect(second.contains("rel=\"next\" href=\"/\(folder)page/3/\""))
    #expect(second.contains("Page 2 sur 3"))
    #expect(renderer.text(of: "\(folder)page/4/index.html") == nil)
    let last = try #require(renderer.text(of: "\(folder)page/3/index.html"))
    #expect(last.split(separator: "<li class=\"card\"").count == 11)
  }

  @Test func `a site below a folder has its links there`() throws {
    let context = SampleSite.context(baseURL: "https://example.com/aide/")
    #expect(context.basePath == "/aide")
    let page = try #require(
      PageRenderer(context: context).articlePage(
        SampleSite.articles[0], readerLanguage: "fr", body: []))
    #expect(page.path == "fr/articles/surchauffe/index.html")
    #expect(page.text.contains("href=\"/aide/fr/\""))
    #expect(!page.text.contains("href=\"/fr/"))
    #expect(page.text.contains("https://example.com/aide/en/articles/overheating/"))
  }

  @Test func `an article's Markdown begins with its title and description`() throws {
    let file = try #require(
      renderer.articleMarkdown(
        SampleSite.articles[0], language: "en", markdown: Array("\n\nText.\n\n".utf8)))
    #expect(file.path == "en/articles/overheating/index.md")
    #expect(file.text == "# Battery Overheating Emergency\n\n> What to do, in order.\n\nText.\n")
  }

  @Test func `rendering twice gives the same bytes`() {
    let again = PageRenderer(context: SampleSite.context())
    for (first, second) in zip(renderer.pages(), again.pages()) {
      #expect(first.path == second.path)
      #expect(first.render() == second.render(), "\(first.path)")
    }
  }
}
