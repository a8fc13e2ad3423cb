import Content
import Diagnostics
import Testing

@Suite struct `Links of articles` {
  /// A site of a few articles around the one that links.
  private func site(_ link: String, more: [String: String] = [:], at path: String = "fr/a/x.md")
    -> FixtureSite
  {
    var files = [
      "fr/a/y.md": article("aliases: [/fr/old/]", "## Été\n\n<a id=\"ici\">x</a>"),
      "en/a/y.md": article("", "## Summer"), "fr/b/z.md": article("", "## Un\n## Deux"),
      "w.fr.md": article(), "en/only.md": article("", "## Here"), "assets/i.png": "",
      "fr/a/doc 1.pdf": "",
      path: article("", "[t](\(link))"),
    ]
    files.merge(more) { $1 }
    return FixtureSite(files)
  }

  private func resolve(_ link: String, reader: LanguageCode, at path: String = "fr/a/x.md")
    -> LinkTarget?
  {
    guard let catalog = site(link, at: path).catalog,
      let version = catalog.articles.flatMap(\.versions).first(where: { $0.path == path })
    else { return nil }
    return catalog.resolve(link, from: version, reader: reader)
  }

  @Test(arguments: [
    ("y.md", "/fr/articles/y/", "/en/articles/y/"),
    ("./y.md", "/fr/articles/y/", "/en/articles/y/"),
    ("../b/z.md", "/fr/articles/z/", "/en/articles/z/"),
    ("y.md#ete", "/fr/articles/y/#ete", "/en/articles/y/#summer"),
    ("y.md#ici", "/fr/articles/y/#ici", "/en/articles/y/"),
    ("../../en/a/y.md#summer", "/fr/articles/y/#ete", "/en/articles/y/#summer"),
    ("../../w.md", "/fr/articles/w/", "/en/articles/w/"),
    ("../../w.fr.md", "/fr/articles/w/", "/en/articles/w/"),
    ("../only.md", "/fr/articles/only/", "/en/articles/only/"),
    ("../only.md#here", "/fr/articles/only/#here", "/en/articles/only/#here"),
    ("/fr/articles/y/", "/fr/articles/y/", "/en/articles/y/"),
    ("/fr/articles/y", "/fr/articles/y/", "/en/articles/y/"),
    ("/fr/articles/y/index.html", "/fr/articles/y/", "/en/articles/y/"),
    ("/en/articles/z/", "/fr/articles/z/", "/en/articles/z/"),
    ("/fr/a/y.md", "/fr/articles/y/", "/en/articles/y/"), ("/fr/", "/fr/", "/fr/"),
    ("/fr/search/?q=x#y", "/fr/search/?q=x#y", "/fr/search/?q=x#y"),
    ("/fr/feed.xml", "/fr/feed.xml", "/fr/feed.xml"), ("/", "/", "/"),
    ("%79.md", "/fr/articles/y/", "/en/articles/y/"),
    ("y.md?x=1", "/fr/articles/y/", "/en/articles/y/"),
  ])
  func `a link leads to the reader's language`(link: String, french: String, english: String) {
    #expect(site(link).report.isEmpty)
    #expect(resolve(link, reader: "fr") == .article(french))
    #expect(resolve(link, reader: "en") == .article(english))
  }

  @Test(arguments: [
    ("../../assets/i.png", LinkTarget.asset("assets/i.png")),
    ("/assets/i.png", .asset("assets/i.png")),
    ("doc%201.pdf", .asset("fr/a/doc 1.pdf")), ("https://example.com/x", .external),
    ("HTTP://example.com", .external), ("//example.com/x", .external),
    ("mailto:a@example.com", .unresolved), ("tel:+33", .unresolved), ("#", .fragment),
    ("#top", .fragment),
  ])
  func `other links are what they are`(link: String, target: LinkTarget) {
    #expect(site(link).report.isEmpty)
    #expect(resolve(link, reader: "fr") == target)
  }

  @Test(arguments: [
    ("y", "link-unresolved", "y.md"), ("yy.md", "link-unresolved", "y.md"),
    ("z.md", "link-unresolved", "../b/z.md"), ("../../../x.md", "link-unresolved", nil),
    ("y.md#et", "anchor-unresolved", "y.md#ete"), ("y.md#Été", "anchor-unresolved", "y.md#ete"),
    ("#x", "anchor-unresolved", nil), ("i.png", "asset-missing", "../../assets/i.png"),
    ("/fr/articles/yy/", "link-unresolved", "/fr/articles/y/"),
    ("/fr/nowhere/", "link-unresolved", nil), ("/fr/old/", "link-through-alias", nil),
    ("/fr/tags/none/", "link-unresolved", nil), ("y.md#%C3%A9t", "anchor-unresolved", "y.md#ete"),
    ("../../en/a/y.md#ete", "anchor-unresolved", nil),
  ])
  func `a link that leads nowhere is one fault with what was meant`(
    link: String, id: String, replacement: String?
  ) throws {
    let fixture = site(link)
    #expect(fixture.faults == ["\(id) content/fr/a/x.md:5:5"])
    if let replacement {
      #expect(fixture.diagnostics.first?.suggestion?.replacement == replacement)
    }
    let fault = try #require(fixture.diagnostics.first)
    #expect(fault.end?.column == 5 + link.unicodeScalars.count)
    #expect(fault.sourceLine == "[t](\(link))")
  }

  @Test func `pages for agents and drafts are no targets`() {
    let more = [
      "fr/a/secret.md": article("visibility: agents", "[u](x.md)"),
      "fr/a/soon.md": article("draft: true"),
    ]
    #expect(site("secret.md", more: more).faults == ["link-to-agents content/fr/a/x.md:5:5"])
    #expect(site("soon.md", more: more).faults == ["link-unresolved content/fr/a/x.md:5:5"])
    #expect(
      site("/fr/articles/secret/", more: more).faults == ["link-to-agents content/fr/a/x.md:5:5"])
  }

  @Test func `links in raw HTML are checked, and media are files`() {
    let html = article("", "<a href=\"no.md\">a</a>\n<img src=\"no.png\" alt=\"\"> ![b](y.md)")
    let fixture = site("y.md", more: ["fr/a/h.md": html])
    #expect(
      fixture.faults == [
        "link-unresolved content/fr/a/h.md:5:10", "asset-missing content/fr/a/h.md:6:11",
        "asset-missing content/fr/a/h.md:6:32",
      ])
  }

  @Test func `addresses below the base address are the site's own`() throws {
    var files = ["fr/x.md": article("", "[a](https://h.example/help/fr/articles/x/)")]
    files["site.yaml"] =
      "title: T\nbaseURL: https://h.example/help\nlanguages: [fr]\ncategories: [{key: a}]\n"
    let fixture = FixtureSite(files)
    #expect(fixture.report.isEmpty)
    let catalog = try #require(fixture.catalog)
    let version = catalog.articles[0].versions[0]
    #expect(
      catalog.resolve(version.links[0].destination, from: version, reader: "fr")
        == .article("/fr/articles/x/"))
    #expect(catalog.resolve("https://h.example/", from: version, reader: "fr") == .external)
  }

  @Test(arguments: [
    "%", "%zz.md", "%ff.md", "?", "::", "a:b", "../..", "/../..", "\\", "%00", "/%2e%2e/",
  ])
  func `odd addresses are looked up without a crash`(link: String) {
    guard let catalog = site("y.md").catalog else { return }
    for version in catalog.articles.flatMap(\.versions) {
      _ = catalog.resolve(link, from: version, reader: "en")
      _ = catalog.resolve(link + "#" + link, from: version, reader: "fr")
    }
    #expect(!catalog.articles.isEmpty)
  }

  @Test func `thousands of broken links are reported soon`() {
    var files: [String: String] = [:]
    for number in 0..<300 {
      let links = (0..<20).map { "[t](missing-\($0)-\(number).md)" }.joined(separator: " ")
      files["fr/article-number-\(number).md"] = article("", links)
    }
    #expect(FixtureSite(files).diagnostics.count == 6_000)
  }
}
