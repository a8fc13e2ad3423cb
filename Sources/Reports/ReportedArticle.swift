/// What a report needs to know of an article, as `articles.json` has it.
public struct ReportedArticle: Sendable, Hashable, Decodable {
  /// The article as readers of one language find it.
  public struct Version: Sendable, Hashable, Decodable {
    /// The title.
    public var title: String
    /// Where it is.
    public var url: String
    /// When it was last changed, as `2026-01-31`.
    public var updated: String?
    /// The day since when its original says something else; nil unless it is an old translation.
    public var staleSince: String?
    /// The day by which somebody was to read it again.
    public var reviewBy: String?
    /// The language it is written in, where that is not the reader's.
    public var fallback: String?

    /// A version from its parts.
    public init(
      title: String, url: String, updated: String? = nil, staleSince: String? = nil,
      reviewBy: String? = nil, fallback: String? = nil
    ) {
      self.title = title
      self.url = url
      self.updated = updated
      self.staleSince = staleSince
      self.reviewBy = reviewBy
      self.fallback = fallback
    }
  }

  /// The permanent id.
  public var id: String
  /// The key of its category.
  public var category: String?
  /// The versions by the reader's language.
  public var versions: [String: Version]

  /// An article from its parts.
  public init(id: String, category: String? = nil, versions: [String: Version]) {
    self.id = id
    self.category = category
    self.versions = versions
  }
}
