import Content
import Diagnostics
import Markup
import Testing

@Suite struct `The catalog` {
  @Test func `files pair by path, by identifier and across folder styles`() throws {
    let fixture = FixtureSite([
      "fr/one.md": article(), "en/one.md": article(),
      "fr/two.md": article("id: two"), "en/zwei.md": article("id: two"),
      "three.fr.md": article("id: three"), "en/three.md": article(),
      "fr/four.md": article(), "en/vier.md": article("id: four"),
    ])
    #expect(fixture.report.isEmpty)
    let articles = try #require(fixture.catalog).articles
    #expect(articles.map(\.id.rawValue) == ["four", "one", "three", "two"])
    #expect(articles.allSatisfy { $0.versions.map(\.language) == ["fr", "en"] })
    #expect(articles.map(\.number) == [0, 1, 2, 3])
  }

  @Test func `two files for one article and language name each other`() {
    let fixture = FixtureSite(["fr/x.md": article(), "x.fr.md": article("slug: y")])
    #expect(fixture.faults == ["id-duplicate content/x.fr.md:1:1"])
    #expect(fixture.report.contains("content/fr/x.md"))
  }

  @Test func `translations inherit, and what they say otherwise is only a warning`() throws {
    let fixture = FixtureSite([
      "fr/x.md": article("difficulty: basic\ntags: [t]\nweight: 3\nrelated: [y]"),
      "en/x.md": "---\ntitle: X\ncategory: b\ndifficulty: expert\n---\n",
      "fr/y.md": article(),
    ])
    #expect(
      fixture.faults == [
        "translation-differs content/en/x.md:3:11", "translation-differs content/en/x.md:4:13",
      ])
    #expect(!fixture.diagnostics.hasErrors)
    let x = try #require(fixture.catalog?.article("x"))
    #expect(x.category == "a" && x.difficulty == "basic" && x.tags == ["t"] && x.weight == 3)
    #expect(x.related == ["y"])
  }

  @Test func `an article in one language has a fallback address in the others`() throws {
    let fixture = FixtureSite(["en/x.md": article("slug: only-english"), "fr/y.md": article()])
    let catalog = try #require(fixture.catalog)
    let x = try #require(catalog.article("x"))
    #expect(catalog.path(of: x, in: "en") == "/en/articles/only-english/")
    #expect(catalog.path(of: x, in: "fr") == "/fr/articles/only-english/")
    let (version, isFallback) = x.version(for: "fr")
    #expect(isFallback && version.language == "en")
    #expect(x.versions[0].translation == .source)
  }

  @Test func `a fallback address that is taken is not given twice`() throws {
    let fixture = FixtureSite([
      "en/x.md": article("slug: same"), "fr/y.md": article("slug: same"),
      "en/z.md": article("slug: old"), "fr/w.md": article("aliases: [/fr/articles/old/]"),
    ])
    #expect(fixture.report.isEmpty)
    let catalog = try #require(fixture.catalog)
    #expect(catalog.path(of: try #require(catalog.article("x")), in: "fr") == nil)
    #expect(catalog.path(of: try #require(catalog.article("y")), in: "en") == nil)
    #expect(catalog.path(of: try #require(catalog.article("z")), in: "fr") == nil)
  }

  @Test func `articles are ordered by weight, then by title without accents, then by identifier`()
    throws
  {
    let fixture = FixtureSite([
      "fr/a.md": article(title: "Zèbre"), "fr/b.md": article(title: "école"),
      "fr/c.md": article(title: "Eau"), "fr/d.md": article("weight: 2", title: "Zoo"),
      "fr/e.md": article("weight: 1", title: "Zoo"), "fr/f.md": article(title: "Eau"),
      "fr/g.md": article("weight: -1", title: "Zzz"),
      "en/a.md": article(title: "A zebra"), "en/b.md": article(title: "School"),
    ])
    let catalog = try #require(fixture.catalog)
    #expect(catalog.articles.map(\.id.rawValue) == ["g", "e", "d", "c", "f", "b", "a"])
    #expect(catalog.articles(in: "en").map(\.id.rawValue) == ["a", "b"])
  }

  @Test func `the catalog does not depend on the order of files`() throws {
    let fixture = try FixtureSite("site-good")
    let first = CatalogText.describe(try #require(fixture.catalog))
    for _ in 0..<5 {
      let again = try FixtureSite("site-good")
      #expect(CatalogText.describe(try #require(again.catalog)) == first)
    }
  }

  @Test func `dates are the writer's, else the last commit's, else unknown`() throws {
    let fixture = FixtureSite(
      [
        "fr/a.md": article("lastUpdated: 2026-01-31"), "fr/b.md": article(), "fr/c.md": article(),
      ],
      lastCommits: [
        "fr/a.md": try #require(CalendarDate("2025-01-01")),
        "fr/b.md": try #require(CalendarDate("2025-02-02")),
      ])
    let catalog = try #require(fixture.catalog)
    let dates = catalog.articles.map { $0.versions[0].lastUpdated?.description }
    #expect(dates == ["2026-01-31", "2025-02-02", nil])
  }

  @Test func `what is for agents is in nothing that is public`() throws {
    let fixture = FixtureSite([
      "fr/secret.md": article("visibility: agents\naliases: [/fr/s/]\ntags: [hidden]"),
      "en/secret.md": article(), "fr/open.md": article(),
      "en/half.md": article("visibility: agents"), "fr/half.md": article(),
    ])
    let catalog = try #require(fixture.catalog)
    #expect(catalog.articles.map(\.id) == ["open"])
    #expect(catalog.agentArticles.map(\.id) == ["half", "secret"])
    #expect(catalog.redirects.isEmpty)
    #expect(catalog.article("secret") == nil)
    #expect(catalog.agentArticle("secret") != nil)
    #expect(catalog.counts(in: "fr").tags.isEmpty)
    #expect(catalog.counts(in: "fr").total == 1)
  }

  @Test func `unlisted articles are counted nowhere`() throws {
    let fixture = FixtureSite([
      "fr/x.md": article("unlisted: true\ntags: [t]"), "fr/y.md": article("tags: [u]"),
    ])
    let catalog = try #require(fixture.catalog)
    #expect(catalog.articles.count == 2)
    #expect(catalog.articles(in: "fr").map(\.id) == ["y"])
    #expect(catalog.counts(in: "fr").tags == ["u": 1])
    #expect(catalog.articles(in: "fr", category: "a", tag: "u").count == 1)
    #expect(catalog.articles(in: "fr", category: "b").isEmpty)
    #expect(catalog.articles(in: "fr", difficulty: "basic").isEmpty)
  }

  @Test func `drafts are left out, and a translation may be published before its original`() throws
  {
    let files = [
      "fr/x.md": article("draft: true\ndifficulty: expert"), "en/x.md": "---\ntitle: X\n---\n",
      "fr/y.md": article("related: [x, z]"), "fr/z.md": article("draft: true"),
    ]
    let catalog = try #require(FixtureSite(files).catalog)
    #expect(FixtureSite(files).report.isEmpty)
    #expect(catalog.article("x")?.versions.map(\.language) == ["en"])
    #expect(catalog.article("x")?.difficulty == "expert")
    #expect(catalog.article("y")?.related == ["x"])
    let all = try #require(FixtureSite(files, includeDrafts: true).catalog)
    #expect(all.articles.count == 3)
  }

  @Test func `translations are present, stale or missing`() throws {
    let original = article("lastUpdated: 2026-03-01", "Bonjour.")
    let hash = SourceHash(
      title: "T", description: "", bytes: Array(original.utf8),
      bodyOffset: ArticleBody.start(in: Array(original.utf8))
    ).description
    let fixture = FixtureSite([
      "fr/a.md": original, "en/a.md": "---\ntitle: A\ntranslation: {sourceHash: \(hash)}\n---\n",
      "fr/b.md": original, "en/b.md": "---\ntitle: B\ntranslation: {sourceHash: ffff}\n---\n",
      "fr/c.md": original, "en/d.md": article(),
      "fr/e.md": original, "en/e.md": article(),
    ])
    #expect(fixture.report.isEmpty)
    let rows = try #require(fixture.catalog).translations
    let day = CalendarDate("2026-03-01")
    let expected: [ArticleID: [TranslationStatus]] = [
      "a": [.source, .present], "b": [.source, .stale(since: day)], "c": [.source, .missing],
      "d": [.missing, .source], "e": [.source, .present],
    ]
    #expect(rows.count == expected.count)
    for row in rows { #expect(row.statuses == expected[row.id]) }
  }

  @Test func `a broken article causes no faults in others`() {
    let fixture = FixtureSite([
      "fr/broken.md": "---\ntitle: [a\n---\n",
      "fr/x.md": article("related: [broken]", "[a](broken.md)"),
      "en/broken.md": "---\ntitle: B\ntranslation: {sourceHash: aa}\n---\n",
    ])
    #expect(fixture.faults == ["yaml-syntax content/fr/broken.md:2:8"])
  }

  @Test func `a catalog can be made of parts`() {
    let version = ArticleVersion(
      language: "fr", title: "T", slug: "t", permalink: "/fr/articles/t/")
    let catalog = Catalog(
      articles: [Article(id: "x", number: 0, category: "a", versions: [version])],
      redirects: [Redirect(from: "/old/", to: "/fr/articles/t/")])
    #expect(catalog.article("x")?.number == 0)
    #expect(catalog.resolve("/old/", from: version, reader: "fr") == .article("/fr/articles/t/"))
    #expect(Catalog(articles: []).articles.isEmpty)
  }
}
