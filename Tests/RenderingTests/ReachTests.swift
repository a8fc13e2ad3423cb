import Content
import Foundation
import Markup
import Testing

@testable import Rendering

@Suite struct `Reach` {
  private func page(_ path: String, _ context: SiteContext = SampleSite.context()) throws -> String
  {
    let page = PageRenderer(context: context).pages().first { $0.path == path }
    return String(decoding: try #require(page).render(), as: UTF8.self)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `regions are named beside their language, and the first language is the default`()
    throws
  {
    var context = SampleSite.context()
    context.site.regions = ["fr": ["fr-CA", "fr-FR"]]
    let home = try page("fr/index.html", context)
    let expected = [
      ("fr", "fr"), ("fr-CA", "fr"), ("fr-FR", "fr"), ("en", "en"), ("x-default", "fr"),
    ].map { code, folder in
      #"<link rel="alternate" hreflang="\#(code)" href="https://aide.example.com/\#(folder)/">"#
    }
    #expect(home.contains(expected.joined(separator: "\n")))
    let sitemap = try page("sitemap.xml", context)
    #expect(
      sitemap.contains(
        #"hreflang="fr-CA" href="https://aide.example.com/fr/articles/surchauffe/""#))
  }

  @Test func `the manifest opens the language it is in and has pictures that can be installed`()
    throws
  {
    var context = SampleSite.context(baseURL: "https://example.com/aide/")
    context.themeURLs["icon-192.png"] = "/aide/assets/icon-192.png"
    let manifest = try object(page("en/manifest.webmanifest", context))
    #expect(manifest["lang"] as? String == "en")
    #expect(manifest["start_url"] as? String == "/aide/en/")
    #expect(manifest["scope"] as? String == "/aide/")
    let icons = try #require(manifest["icons"] as? [[String: String]])
    #expect(icons.contains { $0["sizes"] == "192x192" && $0["type"] == "image/png" })
    #expect(icons.contains { $0["purpose"] == "maskable" })
  }

  @Test func `an installed site has the ground that site.yaml gives it`() throws {
    var context = SampleSite.context()
    context.site.theme.paper = SiteTheme.Color(light: "#fffdf8")
    let manifest = try object(page("fr/manifest.webmanifest", context))
    #expect(manifest["background_color"] as? String == "#fffdf8")
    #expect(manifest["theme_color"] as? String == "#fffdf8")
  }

  @Test(arguments: [("Aide", "Aide"), ("Centre d’aide TrackingBMS", "TrackingBMS")])
  func `a home screen shows a short name`(title: String, short: String) throws {
    var context = SampleSite.context()
    context.site.title["fr"] = title
    #expect(try object(page("fr/manifest.webmanifest", context))["short_name"] as? String == short)
  }

  @Test func `the offline page is in each language, and no search engine has it`() throws {
    for (language, heading) in [("fr", "Pas de réseau"), ("en", "There is no network")] {
      let text = try page("\(language)/offline.html")
      #expect(text.contains("<h1>\(heading)</h1>"))
      #expect(text.contains(#"<meta name="robots" content="noindex">"#))
    }
  }

  @Test func `the worker changes with what it keeps from the start`() throws {
    let worker = try page("worker.js")
    #expect(worker.hasPrefix("(()=>{const SITE={\"base\":\"\""))
    #expect(worker.contains("\"/fr/offline.html\",\"/en/offline.html\""))
    #expect(try page("worker.js") == worker)
    var other = SampleSite.context()
    other.site.title["en"] = "Another name"
    #expect(try page("worker.js", other) != worker)
  }

  @Test func `the widget carries its texts, and small letters of a closing tag cannot end it`()
    throws
  {
    var context = SampleSite.context()
    context.site.title["fr"] = "</script><b>"
    let widget = try page("widget.js", context)
    #expect(!widget.contains("</script>"))
    #expect(widget.contains("\"searcher\":\"/assets/search/searcher.js\""))
    #expect(widget.contains("\"contact\":\"https://example.com/contact\""))
    // A text that the table lacks would be its own key.
    #expect(!widget.contains("\"widgetHelp\":\"widgetHelp\""))
  }

  @Test func `a script of the site's own takes the widget's place as it is`() throws {
    let own = TemplateLibrary.load(overrides: [
      .init(path: "standalone/widget.js", bytes: Array("// mine\nrun( 1 )".utf8), displayPath: "w")
    ]).0
    #expect(try page("widget.js", SampleSite.context(library: own)).contains("// mine\nrun( 1 )"))
  }

  @Test func `steps are a HowTo, those of several lists in sections`() throws {
    func data(_ procedures: [Procedure]) throws -> [[String: Any]] {
      let renderer = PageRenderer(context: SampleSite.context())
      let file = renderer.articlePage(
        SampleSite.articles[0], readerLanguage: "fr", body: [], procedures: procedures)
      let text = String(decoding: try #require(file).bytes, as: UTF8.self)
      let start = try #require(text.range(of: "application/ld+json\">")).upperBound
      let end = try #require(text.range(of: "</script>", range: start..<text.endIndex)).lowerBound
      return try #require(object(String(text[start..<end]))["@graph"] as? [[String: Any]])
    }
    #expect(try data([]).map { $0["@type"] as? String } == ["TechArticle", "BreadcrumbList"])
    let one = try #require(data([Procedure(steps: ["A", "B"])]).last)
    #expect(one["@type"] as? String == "HowTo")
    let steps = try #require(one["step"] as? [[String: Any]])
    #expect(steps.map { $0["text"] as? String } == ["A", "B"])
    let two = try #require(
      data([Procedure(steps: ["A", "B"]), Procedure(heading: 0, steps: ["C", "D"])]).last)
    let sections = try #require(two["step"] as? [[String: Any]])
    #expect(sections.map { $0["@type"] as? String } == ["HowToSection", "HowToSection"])
    let outline = SampleSite.articles[0].versions[0].outline
    #expect(sections[1]["name"] as? String == outline.headings[0].text)
  }

  @Test func `pictures of the theme are read from base 64`() {
    for text in ["", "a", "ab", "abc", "\u{FB}\u{FF}\0?>"] {
      let bytes = Array(text.utf8)
      #expect(Base64.decoded(Data(bytes).base64EncodedString()) == bytes)
    }
    let picture = TemplateLibrary.load().0.files["assets/icon-192.png"]
    #expect(picture?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)
  }
}
