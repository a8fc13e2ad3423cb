/// A reader opened an article.
public struct ViewEvent: Sendable, Hashable {
  /// The article's permanent id.
  public var articleID: String
  /// The language that was read.
  public var language: String
  /// How the reader came to the article.
  public var source: ViewSource
  /// The host the reader came from, such as `www.example.com`; never a whole address.
  public var referrerHost: String?
  /// When it happened.
  public var time: Timestamp

  /// A view, now unless told otherwise.
  public init(
    articleID: String, language: String, source: ViewSource = .site, referrerHost: String? = nil,
    time: Timestamp = .now
  ) {
    self.articleID = articleID
    self.language = language
    self.source = source
    self.referrerHost = referrerHost
    self.time = time
  }
}
