/// An article, in one language or several.
public struct Article: Sendable {
  /// What names it for ever.
  public var id: ArticleID
  /// Its index among the catalog's articles.
  public var number: Int
  /// The key of its category.
  public var category: String
  /// The key of its difficulty.
  public var difficulty: String?
  /// Its tags, as the writer ordered them.
  public var tags: [String]
  /// The articles that the writer thinks of next.
  public var related: [ArticleID]
  /// Its place among others: small numbers first, articles without one last.
  public var weight: Int?
  /// Who may read it.
  public var visibility: Visibility
  /// Whether only a link leads to it: no list, no sitemap, no search.
  public var unlisted: Bool
  /// Its versions, in the order of the site's languages; never empty.
  public var versions: [ArticleVersion]

  /// Makes an article from its parts.
  public init(
    id: ArticleID, number: Int, category: String, difficulty: String? = nil, tags: [String] = [],
    related: [ArticleID] = [], weight: Int? = nil, visibility: Visibility = .public,
    unlisted: Bool = false, versions: [ArticleVersion]
  ) {
    self.id = id
    self.number = number
    self.category = category
    self.difficulty = difficulty
    self.tags = tags
    self.related = related
    self.weight = weight
    self.visibility = visibility
    self.unlisted = unlisted
    self.versions = versions
  }

  /// The version that readers of a language see: theirs, or else the first one.
  public func version(
    for language: LanguageCode
  ) -> (version: ArticleVersion, isFallback: Bool) {
    if let own = versions.first(where: { $0.language == language }) { return (own, false) }
    return (versions[0], true)
  }
}
