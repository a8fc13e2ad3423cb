import GRDB

/// The questions of a report, asked in one consistent reading of the database.
struct ReportQuery {
  let database: Database
  let period: ReportPeriod
  /// Count what happened in this language only; nil for all.
  var language: String?
  /// Queries that fewer people asked are not listed, but for those of agents.
  var leastPeople = 0

  func mostViewed(limit: Int) throws -> [ArticleCount] {
    let sql: String
    if period == .all {
      sql = """
        SELECT article, SUM(count) AS total FROM view_total WHERE 1\(inLanguage)
        GROUP BY article ORDER BY total DESC, article LIMIT :limit
        """
    } else {
      sql = """
        SELECT article, SUM(count) AS total FROM (
          SELECT article, count FROM view_day WHERE \(Self.inDays)\(byReaders)
          UNION ALL
          SELECT article, 1 FROM view WHERE \(Self.inEdges)\(byReaders)
        ) GROUP BY article ORDER BY total DESC, article LIMIT :limit
        """
    }
    return try articleCounts(sql, limit: limit)
  }

  func mostShared(limit: Int) throws -> [ArticleCount] {
    try articleCounts(
      """
      SELECT article, COUNT(*) AS total FROM share WHERE \(Self.inPeriod)\(inLanguage)
      GROUP BY article ORDER BY total DESC, article LIMIT :limit
      """, limit: limit)
  }

  func viewsBySource() throws -> [ViewSource: Int] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT source, SUM(count) AS total FROM (
          SELECT source, count FROM view_day WHERE \(Self.inDays)\(inLanguage)
          UNION ALL
          SELECT source, 1 FROM view WHERE \(Self.inEdges)\(inLanguage)
        ) GROUP BY source
        """, arguments: arguments())
    var counts: [ViewSource: Int] = [:]
    for row in rows {
      if let source = ViewSource(rawValue: row["source"]) { counts[source] = row["total"] }
    }
    return counts
  }

  private func articleCounts(_ sql: String, limit: Int) throws -> [ArticleCount] {
    try rows(sql, limit: limit).map {
      ArticleCount(articleID: $0["article"], count: $0["total"])
    }
  }

  func rows(_ sql: String, limit: Int? = nil) throws -> [Row] {
    try Row.fetchAll(database, sql: sql, arguments: arguments(limit: limit))
  }

  func number(_ sql: String) throws -> Int {
    try Int.fetchOne(database, sql: sql, arguments: arguments()) ?? 0
  }

  /// The values that a statement of these questions may name.
  private func arguments(limit: Int? = nil) -> StatementArguments {
    let (days, edges) = period.parts
    var values: [String: (any DatabaseValueConvertible)?] = [
      "firstDay": days.lowerBound, "endDay": days.upperBound,
      "headStart": edges[0].lowerBound, "headEnd": edges[0].upperBound,
      "tailStart": edges[1].lowerBound, "tailEnd": edges[1].upperBound,
      "start": edges[0].lowerBound, "end": edges[1].upperBound,
      "people": leastPeople,
    ]
    if let limit { values["limit"] = max(0, limit) }
    if let language { values["language"] = language }
    return StatementArguments(values)
  }

  /// Narrows a table with a column `language` down.
  var inLanguage: String { language == nil ? "" : " AND language = :language" }
  /// Narrows views down to those of readers.
  var byReaders: String { " AND source <> 'agent'" + inLanguage }
  /// Narrows searches down to those of readers.
  var searchedByReaders: String { " AND audience = 'reader'" + inLanguage }

  /// A period's whole days.
  static let inDays = "day >= :firstDay AND day < :endDay"
  /// A period's single instants before and after its whole days.
  static let inEdges =
    "(time >= :headStart AND time < :headEnd OR time >= :tailStart AND time < :tailEnd)"
  /// A period from start to end.
  static let inPeriod = "time >= :start AND time < :end"
}
