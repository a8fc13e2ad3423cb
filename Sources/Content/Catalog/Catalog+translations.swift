/// How one article stands in each language of a site.
public struct TranslationRow: Hashable, Sendable {
  /// The article.
  public var id: ArticleID
  /// Its title in the first language it has.
  public var title: String
  /// Who may read it.
  public var visibility: Visibility
  /// The state of each language, in the order of the site's languages.
  public var statuses: [TranslationStatus]

  /// Makes a row from its parts.
  public init(
    id: ArticleID, title: String, visibility: Visibility, statuses: [TranslationStatus]
  ) {
    self.id = id
    self.title = title
    self.visibility = visibility
    self.statuses = statuses
  }
}

extension Catalog {
  /// Articles by languages: what is present, missing or out of date; public articles first.
  public var translations: [TranslationRow] {
    (articles + agentArticles).map { article in
      TranslationRow(
        id: article.id, title: article.versions[0].title, visibility: article.visibility,
        statuses: site.languages.map { language in
          article.versions.first { $0.language == language }?.translation ?? .missing
        })
    }
  }
}
