import GRDB

extension ReportQuery {
  /// Which queries are wanted.
  enum QueryKind {
    /// Those searched most.
    case searched
    /// Those that found nothing.
    case empty
    /// Those that found something, of which nothing was opened.
    case unclicked
  }

  func queries(limit: Int, _ kind: QueryKind) throws -> [QueryCount] {
    let (condition, order) =
      switch kind {
      case .searched: ("total + agents > 0", "total DESC, agents DESC")
      case .empty: ("none + agents_none > 0", "none DESC, agents_none DESC, total DESC")
      case .unclicked:
        ("total - none - clicked > 0 AND total > none", "total - none - clicked DESC, total DESC")
      }
    return try rows(
      """
      \(Self.sums(ofSearches)) HAVING \(condition) AND \(isListed)
      ORDER BY \(order), query, language LIMIT :limit
      """, limit: limit
    ).map {
      QueryCount(
        query: $0["query"], language: $0["language"], count: $0["total"],
        emptyCount: $0["none"], clickedCount: $0["clicked"], reformulatedCount: $0["again"],
        agentCount: $0["agents"], agentEmptyCount: $0["agents_none"])
    }
  }

  /// Readers' searches of queries that are not listed.
  func withheldSearches() throws -> Int {
    guard leastPeople > 0 else { return 0 }
    return try number(
      "SELECT IFNULL(SUM(total), 0) FROM (\(Self.sums(ofSearches)) HAVING NOT (\(isListed)))")
  }

  /// Whether enough people asked a query on one day, or an agent did.
  ///
  /// Who comes back the next day cannot be told from another, so people of several days are not added
  /// up. What looks private has no people.
  private var isListed: String {
    let (days, _) = period.parts
    let first = period.start == nil ? Int64.min : days.lowerBound - 1
    return leastPeople <= 0
      ? "query <> ''"
      : """
      query <> '' AND (agents > 0 OR (language, query) IN (
        SELECT language, query FROM query_visitor WHERE day >= \(first)
        GROUP BY day, language, query HAVING COUNT(*) >= :people))
      """
  }

  /// The numbers of each query, from the sums of whole days and from single events.
  private static func sums(_ filter: String) -> String {
    """
    SELECT query, language, SUM(count) AS total, SUM(empty) AS none, SUM(clicked) AS clicked,
      SUM(reformulated) AS again, SUM(agents) AS agents, SUM(agents_empty) AS agents_none
    FROM (
      SELECT query, language, count, empty, clicked, reformulated, agents, agents_empty
      FROM query_day WHERE \(inDays)\(filter)
      UNION ALL
      SELECT query, language, audience = 'reader', audience = 'reader' AND hits = 0,
        audience = 'reader' AND clicked_rank IS NOT NULL,
        audience = 'reader' AND reformulated = 1, audience = 'agent',
        audience = 'agent' AND hits = 0
      FROM search WHERE \(inEdges)\(filter)
    ) AS sums GROUP BY language, query
    """
  }
}
