/// How what readers do is kept, from `privacy` in `site.yaml`.
public struct Privacy: Hashable, Sendable {
  /// For how many days single events, and what people wrote, are kept; sums by day stay.
  public var retentionDays: Int
  /// How many people must have asked a query for reports to list it.
  public var rareQueries: Int

  /// Makes a description from its parts.
  public init(retentionDays: Int = 400, rareQueries: Int = 2) {
    self.retentionDays = retentionDays
    self.rareQueries = rareQueries
  }
}
