import Content
import Diagnostics
import Markup

@testable import Rendering

/// A small bilingual site: five articles, one of them French only, one by link only.
enum SampleSite {
  static let french: LanguageCode = "fr"
  static let english: LanguageCode = "en"

  static func context(
    articles: [Article] = articles, redirects: [Redirect] = redirects,
    library: TemplateLibrary = TemplateLibrary.load().0,
    baseURL: String = "https://aide.example.com/"
  ) -> SiteContext {
    var site = site
    site.baseURL = baseURL
    let related = (0..<articles.count).map { number in
      [(number + 1) % articles.count].filter { !articles[$0].unlisted }
    }
    return SiteContext(
      catalog: Catalog(articles: articles, redirects: redirects, site: site), site: site,
      library: library, themeURLs: themeURLs, related: [french: related, english: related],
      siteUpdated: CalendarDate("2026-03-03"), version: "1.0.0")
  }

  static let themeURLs = [
    "theme.css": "/assets/theme.css", "pages.css": "/assets/pages.css",
    "search.css": "/assets/search.css", "boot.js": "/assets/boot.js", "main.js": "/assets/main.js",
    "search.js": "/assets/search.js", "redirect.js": "/assets/redirect.js",
    "favicon.svg": "/assets/favicon.svg", "icon-maskable.png": "/assets/icon-maskable.png",
    "offline.js": "/assets/offline.js", "search/searcher.js": "/assets/search/searcher.js",
  ]

  static let site = SiteConfiguration(
    title: text("Centre d’aide", "Help Centre"), baseURL: "https://aide.example.com/",
    languages: [french, english],
    categories: [
      Category(
        key: "troubleshooting", icon: "🔧", label: text("Dépannage", "Troubleshooting"),
        description: text("Symptômes, causes, remèdes.", "Symptoms, causes, remedies.")),
      Category(key: "alerts", icon: "🔔", label: text("Alertes", "Alerts")),
      Category(key: "empty", label: text("Vide", "Empty")),
    ],
    contact: text("https://example.com/contact", "https://example.com/en/contact"),
    tagLabels: ["overheating": text("surchauffe", "overheating")])

  static let redirects = [Redirect(from: "/fr/ancien/", to: "/fr/articles/surchauffe/")]

  static let articles = [
    article(
      0, "emergency-overheating", difficulty: "expert", tags: ["overheating"],
      [
        version(
          french, "Gestion Urgence Surchauffe Batterie", slug: "surchauffe", minutes: 4,
          description: "Que faire dans l’ordre.", updated: "2026-03-03", outline: outline),
        version(
          english, "Battery Overheating Emergency", slug: "overheating", minutes: 1,
          description: "What to do, in order.", updated: "2026-02-01"),
      ]),
    article(
      1, "balancing", difficulty: "basic", tags: [],
      [version(french, "Équilibrage", slug: "equilibrage", description: "")]),
    article(
      2, "custom-alerts", category: "alerts", difficulty: "intermediate", tags: ["overheating"],
      [
        version(
          french, "Alertes personnalisées", slug: "alertes", description: "Être prévenu.",
          updated: "2026-01-31"),
        version(english, "Custom alerts", slug: "alerts", description: "Be told."),
      ]),
    article(
      3, "hidden", category: "alerts", unlisted: true,
      [version(french, "Par lien seulement", slug: "lien")]),
    article(
      4, "numbers", difficulty: "basic",
      [version(french, "2 batteries en parallèle", slug: "paralleles")]),
  ]

  static func article(
    _ number: Int, _ id: String, category: String = "troubleshooting", difficulty: String? = nil,
    tags: [String] = [], unlisted: Bool = false, _ versions: [ArticleVersion]
  ) -> Article {
    Article(
      id: ArticleID(rawValue: id), number: number, category: category, difficulty: difficulty,
      tags: tags, unlisted: unlisted, versions: versions)
  }

  static func version(
    _ language: LanguageCode, _ title: String, slug: String, minutes: Int = 2,
    description: String = "", updated: String? = nil, outline: Outline = Outline()
  ) -> ArticleVersion {
    ArticleVersion(
      language: language, title: title, description: description, slug: slug,
      permalink: "/\(language.rawValue)/articles/\(slug)/", outline: outline,
      lastUpdated: updated.flatMap { CalendarDate($0) }, readingMinutes: minutes)
  }

  private static let outline = Outline(headings: [
    Heading(level: 2, text: "Les premières minutes", anchor: "les-premieres-minutes", range: 0..<0),
    Heading(level: 3, text: "Évacuer & appeler", anchor: "evacuer--appeler", range: 0..<0),
    Heading(level: 2, text: "Après", anchor: "apres", range: 0..<0),
  ])

  private static func text(_ french: String, _ english: String) -> Localized<String> {
    Localized([self.french: french, self.english: english])
  }
}

extension PageRenderer {
  /// A page's text by its path.
  func text(of path: String) -> String? {
    pages().first { $0.path == path }.map { String(decoding: $0.render(), as: UTF8.self) }
  }
}

extension OutputFile {
  /// The file as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension TemplateLibrary {
  /// The default theme with one file replaced, and what is wrong with it.
  static func replacing(_ path: String, with text: String) -> (TemplateLibrary, [Diagnostic]) {
    load(overrides: [
      Override(path: path, bytes: Array(text.utf8), displayPath: "templates/\(path)")
    ])
  }
}
