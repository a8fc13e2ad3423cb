/// A reader typed a query to its end, and it found something.
///
/// It is what suggestions are made of, apart from ``SearchEvent``, of which there is one for each
/// letter. What may not be shown to others (see ``SuggestableQuery``) is not stored.
public struct QueryEvent: Sendable, Hashable {
  /// The query.
  public var query: String
  /// The language that was searched.
  public var language: String
  /// A salted hash that tells those apart who typed this query on one day, and no more.
  public var visitor: [UInt8]
  /// When it was typed.
  public var time: Timestamp

  /// A finished query, now unless told otherwise.
  public init(query: String, language: String, visitor: [UInt8], time: Timestamp = .now) {
    self.query = query
    self.language = language
    self.visitor = visitor
    self.time = time
  }
}
