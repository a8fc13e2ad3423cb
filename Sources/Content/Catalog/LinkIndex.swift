/// What lies where on a site and in its content folder, for links to be looked up.
struct LinkIndex: Sendable {
  /// An article of the catalog.
  struct Reference: Hashable, Sendable {
    /// Its index among its kind.
    var number: Int
    /// Whether it is for agents only.
    var isForAgents: Bool
  }

  /// A file: its article and its language.
  struct Entry: Hashable, Sendable {
    var article: Reference
    /// The language of the version; nil for a fallback page.
    var language: LanguageCode?
  }

  let site: SiteConfiguration
  /// Articles' files, by path.
  private(set) var files: [String: Entry] = [:]
  /// Articles, by their path without language and ending.
  private(set) var keys: [String: Reference] = [:]
  /// Articles' pages, by address.
  private(set) var addresses: [String: Entry] = [:]
  /// The owners of fallback addresses.
  private(set) var fallbacks: [String: Reference] = [:]
  /// Old addresses, with the new ones.
  private(set) var aliases: [String: String] = [:]
  /// The identifiers that raw HTML gives, by file; most have none.
  private(set) var identifiers: [String: [String]] = [:]
  /// Files that are no articles.
  let assets: Set<String>
  /// Articles that are left out.
  let hidden: [String: HiddenFile]
  /// The tags that have a page in each language.
  private(set) var tags: [LanguageCode: Set<String>] = [:]
  private var references: [ArticleID: Reference] = [:]

  init(
    site: SiteConfiguration, articles: [Article], agentArticles: [Article], redirects: [Redirect],
    files: [ArticleFile], assets: Set<String>, hidden: [String: HiddenFile]
  ) {
    self.site = site
    self.assets = assets
    self.hidden = hidden
    for redirect in redirects { aliases[redirect.from] = redirect.to }
    for file in files where !file.identifiers.isEmpty { identifiers[file.path] = file.identifiers }
    for article in articles {
      add(article, Reference(number: article.number, isForAgents: false))
      guard !article.unlisted else { continue }
      for version in article.versions {
        tags[version.language, default: []].formUnion(article.tags)
      }
    }
    for article in agentArticles {
      add(article, Reference(number: article.number, isForAgents: true))
    }
    // In the order of their numbers, so that the first article has the address.
    for article in articles + agentArticles { addFallbacks(article) }
  }

  func reference(to id: ArticleID) -> Reference? { references[id] }

  private mutating func add(_ article: Article, _ reference: Reference) {
    references[article.id] = reference
    for version in article.versions {
      files[version.path] = Entry(article: reference, language: version.language)
      addresses[version.permalink] = Entry(article: reference, language: version.language)
      if let path = try? ArticlePath(version.path, languages: site.languages) {
        keys[path.key] = reference
      }
    }
  }

  private mutating func addFallbacks(_ article: Article) {
    guard let reference = references[article.id] else { return }
    for language in site.languages {
      let (version, isFallback) = article.version(for: language)
      guard isFallback, !version.slug.isEmpty else { continue }
      let address = Permalink.article(version.slug, in: language)
      guard addresses[address] == nil, aliases[address] == nil else { continue }
      addresses[address] = Entry(article: reference, language: nil)
      fallbacks[address] = reference
    }
  }
}
