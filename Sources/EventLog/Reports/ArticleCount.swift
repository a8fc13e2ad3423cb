/// How often something happened to an article.
public struct ArticleCount: Sendable, Hashable {
  /// The article's permanent id.
  public let articleID: String
  /// How often.
  public let count: Int

  /// An article with a count.
  public init(articleID: String, count: Int) {
    self.articleID = articleID
    self.count = count
  }
}
