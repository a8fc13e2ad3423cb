import Content
import Search
import Testing

@testable import SiteBuild

@Suite struct `Documents for the index` {
  @Test func `carry keys, and the names that readers of their language know`() throws {
    let site = SiteConfiguration(
      title: Localized(["fr": "Aide"]), languages: ["fr", "en"],
      categories: [Category(key: "care", label: Localized(["fr": "Soins", "en": "Care"]))],
      tagLabels: ["heat": Localized(["fr": "chaleur"])])
    let version = ArticleVersion(language: "en", title: "T", permalink: "/en/articles/t/")
    let article = Article(
      id: "t", number: 0, category: "care", difficulty: "basic", tags: ["heat", "bms"],
      versions: [version])
    let mapper = DocumentMapper(site: site, basePath: "")
    let document = mapper.document(article, version, [])
    #expect(document.category == "care" && document.categoryLabel == "Care")
    #expect(document.difficulty == "basic" && document.difficultyLabel == "Beginner")
    #expect(document.tags == ["heat", "bms"] && document.tagLabels == ["chaleur", "bms"])
    var plain = article
    plain.difficulty = nil
    #expect(mapper.document(plain, version, []).difficultyLabel.isEmpty)
  }
}
