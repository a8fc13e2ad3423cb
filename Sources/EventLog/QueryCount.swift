/// How often a query was typed.
public struct QueryCount: Sendable, Hashable {
  /// The query, in lower case and with single spaces.
  public let query: String
  /// The language that was searched.
  public let language: String
  /// How often it was searched.
  public let count: Int
  /// How often it found nothing.
  public let emptyCount: Int

  /// A query with its counts.
  public init(query: String, language: String, count: Int, emptyCount: Int) {
    self.query = query
    self.language = language
    self.count = count
    self.emptyCount = emptyCount
  }
}
