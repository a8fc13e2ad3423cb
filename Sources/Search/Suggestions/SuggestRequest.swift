/// What to complete while someone types.
public struct SuggestRequest: Sendable {
  /// What was typed so far; nothing that can be typed is an error.
  public var text: String
  /// The greatest number of suggestions.
  public var limit: Int
  /// How sought after articles are; nil treats all alike.
  public var popularity: Popularity?
  /// Queries that may be suggested.
  public var pastQueries: PastQueries

  /// Describes what to complete.
  ///
  /// - Parameters:
  ///   - text: What was typed so far.
  ///   - limit: The greatest number of suggestions.
  ///   - popularity: How sought after articles are.
  ///   - pastQueries: Queries that may be suggested.
  public init(
    text: String, limit: Int = 8, popularity: Popularity? = nil,
    pastQueries: PastQueries = PastQueries()
  ) {
    self.text = text
    self.limit = limit
    self.popularity = popularity
    self.pastQueries = pastQueries
  }
}
