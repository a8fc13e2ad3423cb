public import Content

/// Turns the catalog into the pages and files of a site.
///
/// Make one for a build: what pages share is worked out when it is made. Every method gives the
/// same bytes however often and from whichever task it is called.
public struct PageRenderer: Sendable {
  let context: SiteContext
  let languages: [LanguageSite]
  let cards: FragmentCache
  let navigation: FragmentCache
  private let indexOfLanguage: [LanguageCode: Int]

  /// How many articles a page of a category, tag or difficulty shows.
  static let pageSize = 60

  /// The identifiers that the default theme's pages use; an article's own HTML must not take them.
  public static let reservedIDs: Set<String> = [
    "page-content", "contents-heading", "header-query", "related-heading",
    "siblings-heading", "feedback-heading", "feedback-hint", "answers", "dialog-query",
  ]

  /// Works out what the pages of `context` share.
  public init(context: SiteContext) {
    self.context = context
    languages = context.site.languages.map { LanguageSite(code: $0, context: context) }
    var index: [LanguageCode: Int] = [:]
    for (number, language) in languages.enumerated() { index[language.code] = number }
    indexOfLanguage = index
    cards = FragmentCache()
    navigation = FragmentCache()
  }

  /// The shared parts of a language; the site's first language for one that it does not have.
  func site(in language: LanguageCode) -> LanguageSite {
    languages[indexOfLanguage[language] ?? 0]
  }

  /// All pages and files but the articles', in the order of their paths.
  public func pages() -> [Page] {
    var pages = siteFiles()
    for language in languages {
      pages += [homePage(language), searchPage(language), allArticlesPage(language)]
      pages += [notFoundPage(language), offlinePage(language)]
      pages += listPages(language)
      pages += languageFiles(language)
    }
    pages += aliasPages()
    return pages.sorted { $0.path < $1.path }
  }

  /// Where the article is for readers of a language; nil when it has no address there.
  public func path(of article: Article, in language: LanguageCode) -> String? {
    let paths = site(in: language).paths
    return paths.indices.contains(article.number) ? paths[article.number] : nil
  }
}
