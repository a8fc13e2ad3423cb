/// A query that several people typed and that found something.
public struct FrequentQuery: Sendable, Hashable {
  /// The query, in lower case and with single spaces.
  public let query: String
  /// The people who typed it, added up over the days.
  public let count: Int

  /// A query with its count.
  public init(query: String, count: Int) {
    self.query = query
    self.count = count
  }
}
