/// Someone searched, and typed the query to its end.
public struct SearchEvent: Sendable, Hashable {
  /// The result that was opened.
  public struct Click: Sendable, Hashable {
    /// The article's permanent id.
    public var articleID: String
    /// Its place among the results, from 1.
    public var rank: Int

    /// A result that was opened.
    public init(articleID: String, rank: Int) {
      self.articleID = articleID
      self.rank = rank
    }
  }

  /// What was typed.
  public var query: String
  /// The language that was searched.
  public var language: String
  /// The filters that were set, as `kind:key`, such as `category:alerts`.
  public var filters: [String]
  /// How many articles were found.
  public var hitCount: Int
  /// How long it took, in microseconds.
  public var microseconds: Int
  /// Who searched.
  public var audience: Audience
  /// The first result that was opened; nil for none.
  public var click: Click?
  /// Whether the same visitor then asked in other words.
  public var isReformulated: Bool
  /// When it happened.
  public var time: Timestamp

  /// A search, now unless told otherwise.
  public init(
    query: String, language: String, filters: [String] = [], hitCount: Int, microseconds: Int,
    audience: Audience = .reader, click: Click? = nil, isReformulated: Bool = false,
    time: Timestamp = .now
  ) {
    self.query = query
    self.language = language
    self.filters = filters
    self.hitCount = hitCount
    self.microseconds = microseconds
    self.audience = audience
    self.click = click
    self.isReformulated = isReformulated
    self.time = time
  }
}
