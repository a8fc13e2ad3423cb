/// What happened in a period.
public struct Report: Sendable, Hashable {
  /// How much happened in all.
  public struct Totals: Sendable, Hashable {
    /// Articles opened.
    public var views = 0
    /// Searches made.
    public var searches = 0
    /// Searches that found nothing.
    public var emptySearches = 0
    /// Articles that agents shared.
    public var shares = 0
    /// Share links followed.
    public var openings = 0

    /// Totals of nothing.
    public init() {}
  }

  /// The period reported.
  public var period: ReportPeriod
  /// How much happened in all.
  public var totals: Totals
  /// The articles opened most, most first.
  public var mostViewed: [ArticleCount]
  /// The articles agents shared most, most first.
  public var mostShared: [ArticleCount]
  /// The queries searched most, most first.
  public var topQueries: [QueryCount]
  /// The queries that found nothing, most frequent first.
  public var emptyQueries: [QueryCount]
  /// The views by how readers came, in the order of ``ViewSource``; sources without any left out.
  public var viewsBySource: [(source: ViewSource, count: Int)] {
    ViewSource.allCases.compactMap { source in
      sourceCounts[source].map { (source, $0) }
    }
  }

  var sourceCounts: [ViewSource: Int]
}
