/// A conversation or ticket whose answers are looked for.
public struct RelatedRequest: Sendable {
  /// The text, of any length.
  public var text: String
  /// The key of the difficulty that suits the reader; nil for none in particular.
  public var level: String?
  /// The greatest number of articles.
  public var limit: Int
  /// How sought after articles are; nil treats all alike.
  public var popularity: Popularity?

  /// Describes what is to be answered.
  ///
  /// - Parameters:
  ///   - text: The text, of any length.
  ///   - level: The key of the difficulty that suits the reader.
  ///   - limit: The greatest number of articles.
  ///   - popularity: How sought after articles are.
  public init(
    text: String, level: String? = nil, limit: Int = 5, popularity: Popularity? = nil
  ) {
    self.text = text
    self.level = level
    self.limit = limit
    self.popularity = popularity
  }
}
