/// The answer to one search.
public struct SearchResults: Sendable {
  /// How many articles match, whatever the limit.
  public var total: Int
  /// The best of them, best first.
  public var hits: [Hit]
  /// How many of them carry each category, difficulty and tag.
  public var facets: FacetCounts
  /// What was searched instead, when words the site never uses were repaired.
  public var suggestion: String?

  /// Holds an answer.
  ///
  /// - Parameters:
  ///   - total: How many articles match.
  ///   - hits: The best of them, best first.
  ///   - facets: Counts by category, difficulty and tag.
  ///   - suggestion: What was searched instead, if anything was.
  public init(
    total: Int = 0, hits: [Hit] = [], facets: FacetCounts = FacetCounts(),
    suggestion: String? = nil
  ) {
    self.total = total
    self.hits = hits
    self.facets = facets
    self.suggestion = suggestion
  }
}
