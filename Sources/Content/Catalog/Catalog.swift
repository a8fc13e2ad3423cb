public import Diagnostics

/// All articles of a site, paired, numbered and checked against each other.
public struct Catalog: Sendable {
  /// The site.
  public let site: SiteConfiguration
  /// The public articles; an article's number is its index here.
  ///
  /// They are ordered by weight, then by title in their first language, then by identifier.
  public let articles: [Article]
  /// The articles for agents only, in the same order; numbered on their own.
  public let agentArticles: [Article]
  /// Old addresses of public articles, in order.
  public let redirects: [Redirect]
  /// What lies where, for links.
  let index: LinkIndex
  /// The languages in which articles wait to be published.
  let drafts: [ArticleID: Set<LanguageCode>]
  private let numbers: [ArticleID: Int]
  private let agentNumbers: [ArticleID: Int]
  /// The numbers of the public articles in each language, as its readers expect them in order.
  private let order: [LanguageCode: [Int]]

  /// Makes a catalog of articles that are already numbered; nothing is checked.
  public init(
    articles: [Article], redirects: [Redirect] = [], agentArticles: [Article] = [],
    site: SiteConfiguration? = nil
  ) {
    let languages = Set(articles.flatMap { $0.versions.map(\.language) }).sorted()
    let site =
      site
      ?? SiteConfiguration(
        title: Localized(), languages: languages.isEmpty ? ["en"] : languages, categories: [])
    let index = LinkIndex(
      site: site, articles: articles, agentArticles: agentArticles, redirects: redirects,
      files: [], assets: [], hidden: [:])
    self.init(
      site: site, articles: articles, agentArticles: agentArticles, redirects: redirects,
      index: index)
  }

  init(
    site: SiteConfiguration, articles: [Article], agentArticles: [Article],
    redirects: [Redirect], index: LinkIndex, drafts: [ArticleID: Set<LanguageCode>] = [:]
  ) {
    self.site = site
    self.articles = articles
    self.agentArticles = agentArticles
    self.redirects = redirects
    self.index = index
    self.drafts = drafts
    numbers = Self.numbers(articles)
    agentNumbers = Self.numbers(agentArticles)
    var order: [LanguageCode: [Int]] = [:]
    for language in site.languages {
      order[language] = articles.compactMap { article -> ArticleOrder? in
        guard let version = article.versions.first(where: { $0.language == language }) else {
          return nil
        }
        return ArticleOrder(article, title: version.title)
      }.sorted().map(\.number)
    }
    self.order = order
  }

  private static func numbers(_ articles: [Article]) -> [ArticleID: Int] {
    var result: [ArticleID: Int] = [:]
    for (number, article) in articles.enumerated() { result[article.id] = number }
    return result
  }

  /// Pairs files, fills in what is inherited, and checks everything that takes more than one file.
  ///
  /// - Parameters:
  ///   - site: the site.
  ///   - files: all articles that were read, in any order.
  ///   - assets: the paths of all other files, relative to the content folder.
  ///   - lastCommits: the day of each file's last commit, by path.
  ///   - includeDrafts: whether drafts are published too.
  ///   - source: reads a file again, so that a fault can show its line; only called for faults.
  /// - Returns: the catalog, and what is wrong, sorted. The catalog is whole only without errors.
  public static func make(
    site: SiteConfiguration, files: [ArticleFile], assets: Set<String>,
    lastCommits: [String: CalendarDate] = [:], includeDrafts: Bool = false,
    source: ((String) -> [UInt8]?)? = nil
  ) -> (Catalog, [Diagnostic]) {
    var builder = CatalogBuilder(
      site: site, files: files, assets: assets, lastCommits: lastCommits,
      includeDrafts: includeDrafts)
    let catalog = builder.build()
    var diagnostics = builder.diagnostics
    diagnostics += LinkChecker.check(catalog, files: builder.publishedFiles)
    diagnostics.sort()
    if let source { SourceLines.fill(&diagnostics, files: files, reading: source) }
    return (catalog, diagnostics)
  }

  /// The public article of an identifier.
  public func article(_ id: ArticleID) -> Article? { numbers[id].map { articles[$0] } }

  /// The article for agents only of an identifier.
  public func agentArticle(_ id: ArticleID) -> Article? {
    agentNumbers[id].map { agentArticles[$0] }
  }

  /// The public, listed articles written in a language, in its order.
  ///
  /// - Parameters:
  ///   - language: the language.
  ///   - category: a category's key; nil for all.
  ///   - difficulty: a difficulty's key; nil for all.
  ///   - tag: a tag; nil for all.
  /// - Returns: the articles.
  public func articles(
    in language: LanguageCode, category: String? = nil, difficulty: String? = nil,
    tag: String? = nil
  ) -> [Article] {
    (order[language] ?? []).map { articles[$0] }.filter { article in
      !article.unlisted && (category == nil || article.category == category)
        && (difficulty == nil || article.difficulty == difficulty)
        && tag.map(article.tags.contains) ?? true
    }
  }

  /// Where readers of a language find an article, as a path from the site's base address.
  ///
  /// - Returns: its own address where it is written in that language, else the address of the
  ///   fallback page: `/en/articles/` and the slug of the version shown. Nil when something else
  ///   is there.
  public func path(of article: Article, in language: LanguageCode) -> String? {
    let (version, isFallback) = article.version(for: language)
    guard isFallback else { return version.permalink }
    let address = Permalink.article(version.slug, in: language)
    guard let owner = index.fallbacks[address] else { return nil }
    return owner == index.reference(to: article.id) ? address : nil
  }
}

/// The order of articles: by weight, then by title without accents, then by identifier.
struct ArticleOrder: Comparable {
  private let weight: Int
  private let title: [UInt8]
  private let id: ArticleID
  /// The article's number, which does not take part.
  let number: Int

  init(_ article: Article, title: String) {
    weight = article.weight ?? .max
    self.title = LatinLetters.sortKey(title)
    id = article.id
    number = article.number
  }

  static func == (first: ArticleOrder, second: ArticleOrder) -> Bool {
    first.weight == second.weight && first.title == second.title && first.id == second.id
  }

  static func < (first: ArticleOrder, second: ArticleOrder) -> Bool {
    if first.weight != second.weight { return first.weight < second.weight }
    if first.title != second.title { return first.title.lexicographicallyPrecedes(second.title) }
    return first.id < second.id
  }
}
