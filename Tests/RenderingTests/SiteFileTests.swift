import Content
import Foundation
import FoundationXML
import Testing
import TestSupport

@testable import Rendering

@Suite struct SiteFileTests {
  let renderer = PageRenderer(context: SampleSite.context())

  @Test(arguments: [
    "sitemap.xml", "robots.txt", "llms.txt", "_redirects", "redirects.json", "articles.json",
    "fr/feed.xml", "en/opensearch.xml",
  ])
  func `a file is as recorded`(path: String) throws {
    let text = try #require(renderer.text(of: path))
    try expectGolden(text, "files/\(path.replacing("/", with: "."))")
  }

  @Test(arguments: ["sitemap.xml", "fr/feed.xml", "en/feed.xml", "fr/opensearch.xml"])
  func `XML is well-formed, even with hostile titles`(path: String) throws {
    let articles = [
      SampleSite.article(
        0, "x",
        [SampleSite.version("fr", "<&>\"' \u{0} ]]> \u{FFFE}", slug: "x", updated: "2026-01-01")])
    ]
    for context in [SampleSite.context(), SampleSite.context(articles: articles)] {
      let text = try #require(PageRenderer(context: context).text(of: path))
      let parser = XMLParser(data: Data(text.utf8))
      #expect(parser.parse(), "\(path): \(String(describing: parser.parserError))")
    }
  }

  @Test(arguments: ["redirects.json", "articles.json"])
  func `JSON is well-formed`(path: String) throws {
    let text = try #require(renderer.text(of: path))
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect(value is [Any])
  }

  @Test func `the sitemap has no page that is by link only or a fallback`() throws {
    let sitemap = try #require(renderer.text(of: "sitemap.xml"))
    #expect(!sitemap.contains("/lien/"))
    #expect(!sitemap.contains("/en/articles/equilibrage/"))
    #expect(sitemap.contains("<loc>https://aide.example.com/fr/articles/equilibrage/</loc>"))
  }

  @Test func `the text for language models is complete`() {
    let article = SampleSite.articles[0]
    let head = renderer.languageModelHead(of: article, language: "fr")
    let markdown = renderer.articleMarkdown(
      article, language: "fr", markdown: Array("Corps.".utf8))
    let part = head + (markdown?.bytes ?? [])
    let text = String(decoding: renderer.languageModelHeader() + part, as: UTF8.self)
    #expect(
      text == """
        # Centre d’aide

        ---

        URL: https://aide.example.com/fr/articles/surchauffe/
        Language: fr

        # Gestion Urgence Surchauffe Batterie

        > Que faire dans l’ordre.

        Corps.

        """)
  }
}
