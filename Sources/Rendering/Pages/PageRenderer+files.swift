import Content

extension PageRenderer {
  /// The files that belong to all languages.
  func siteFiles() -> [Page] {
    [
      chooserPage(), commonNotFoundPage(),
      Page(path: "sitemap.xml") { sitemap() },
      Page(path: "robots.txt") { robots() },
      Page(path: "llms.txt") { languageModelIndex() },
      Page(path: "_redirects") { redirectRules() },
      Page(path: "redirects.json") { redirectTable().text + "\n" },
      Page(path: "articles.json") { articleTable().text + "\n" },
      Page(path: "site.json") { siteTable().text + "\n" },
      Page(path: "widget.js") { widgetScript() },
      Page(path: "worker.js") { serviceWorker() },
    ]
  }

  /// The files of one language that are not pages.
  func languageFiles(_ language: LanguageSite) -> [Page] {
    let code = language.code.rawValue
    return [
      Page(path: "\(code)/manifest.webmanifest") { manifest(language).text + "\n" },
      Page(path: "\(code)/feed.xml") { feed(language) },
      Page(path: "\(code)/opensearch.xml") { openSearch(language) },
    ]
  }

  private func sitemap() -> String {
    var sitemap = Sitemap()
    func add(_ paths: [(language: String, path: String)], updated: [String: CalendarDate] = [:]) {
      let translations = alternates(paths)
      for entry in paths {
        sitemap.add(
          context.absoluteURL(entry.path), updated: updated[entry.language],
          translations: translations)
      }
    }
    add(languages.map { ($0.code.rawValue, $0.home) })
    add(languages.map { ($0.code.rawValue, $0.articlesPath) })
    for folder in ["categories", "difficulty", "tags"] {
      var byKey: [String: [(language: String, path: String)]] = [:]
      for language in languages {
        for group in language.groups(folder) where !group.articles.isEmpty {
          byKey[group.key, default: []].append((language.code.rawValue, group.path))
        }
      }
      for (_, paths) in byKey.sorted(by: { $0.key < $1.key }) { add(paths) }
    }
    for article in context.catalog.articles where article.isListed {
      var updated: [String: CalendarDate] = [:]
      for version in article.versions { updated[version.language.rawValue] = version.lastUpdated }
      add(article.versions.map { ($0.language.rawValue, $0.permalink) }, updated: updated)
    }
    return sitemap.document
  }

  private func robots() -> String {
    """
    User-agent: *
    Disallow: \(context.href("/api/"))
    Disallow: \(context.href("/desk/"))
    Disallow: \(context.href("/s/"))

    Sitemap: \(context.absoluteURL("/sitemap.xml"))

    """
  }

  private func feed(_ language: LanguageSite) -> String {
    var entries: [(number: Int, entry: AtomFeed.Entry)] = []
    for number in language.listed {
      let article = context.catalog.articles[number]
      let (version, _) = article.version(for: language.code)
      guard let date = version.lastUpdated else { continue }
      let url = context.absoluteURL(version.permalink)
      let category = language.categoryIndex[article.category].map { language.categories[$0].label }
      entries.append(
        (
          number,
          AtomFeed.Entry(
            id: url, title: version.title, url: url, updated: date, summary: version.description,
            category: category)
        ))
    }
    entries.sort { ($1.entry.updated, $0.number) < ($0.entry.updated, $1.number) }
    return AtomFeed(
      language: language.code.rawValue,
      title: context.site.title.text(in: language.code, context.site, or: ""),
      homeURL: context.absoluteURL(language.home),
      feedURL: context.absoluteURL("\(language.home)feed.xml"),
      entries: entries.prefix(50).map(\.entry), updated: context.siteUpdated
    ).document
  }

  private func openSearch(_ language: LanguageSite) -> String {
    let title = context.site.title.text(in: language.code, context.site, or: "")
    let origin = String(context.absoluteURL("/").dropLast(context.basePath.count + 1))
    return OpenSearchDescription(
      language: language.code.rawValue, title: title,
      description: language.strings.format("homeDescription", ["site": title]),
      searchURL: context.absoluteURL(language.searchPath),
      ownURL: context.absoluteURL("\(language.home)opensearch.xml"),
      iconURL: context.themeURLs["favicon.svg"].map { origin + $0 }
    ).document
  }

  /// One rule a line, as static hosts read them: from, to, status.
  private func redirectRules() -> String {
    context.catalog.redirects.map {
      "\(context.href($0.from)) \(context.href($0.to)) 301\n"
    }.joined()
  }

  private func redirectTable() -> JSONText {
    .array(
      context.catalog.redirects.map {
        .object([("from", .string(context.href($0.from))), ("to", .string(context.href($0.to)))])
      })
  }
}
