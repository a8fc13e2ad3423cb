/// A reader searched.
public struct SearchEvent: Sendable, Hashable {
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
  /// When it happened.
  public var time: Timestamp

  /// A search, now unless told otherwise.
  public init(
    query: String, language: String, filters: [String] = [], hitCount: Int, microseconds: Int,
    time: Timestamp = .now
  ) {
    self.query = query
    self.language = language
    self.filters = filters
    self.hitCount = hitCount
    self.microseconds = microseconds
    self.time = time
  }
}
