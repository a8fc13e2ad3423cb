/// A reader typed a query to its end.
///
/// It tells how many people asked the same, apart from ``SearchEvent``, which knows of no visitor:
/// suggestions are made of it, and reports withhold what hardly anyone asked. What may not be shown to
/// others (see ``SuggestableQuery``) is not stored.
public struct QueryEvent: Sendable, Hashable {
  /// The query.
  public var query: String
  /// The language that was searched.
  public var language: String
  /// A salted hash that tells those apart who typed this query on one day, and no more.
  public var visitor: [UInt8]
  /// Whether it found anything; only then it may be suggested.
  public var hasHits: Bool
  /// When it was typed.
  public var time: Timestamp

  /// A finished query, now unless told otherwise.
  public init(
    query: String, language: String, visitor: [UInt8], hasHits: Bool = true, time: Timestamp = .now
  ) {
    self.query = query
    self.language = language
    self.visitor = visitor
    self.hasHits = hasHits
    self.time = time
  }
}
