import GRDB

/// The questions of a report, asked in one consistent reading of the database.
struct ReportQuery {
  let database: Database
  let period: ReportPeriod

  func mostViewed(language: String?, limit: Int) throws -> [ArticleCount] {
    let filter = language == nil ? "" : " AND language = :language"
    let sql: String
    if period == .all {
      sql = """
        SELECT article, SUM(count) AS total FROM view_total WHERE 1\(filter)
        GROUP BY article ORDER BY total DESC, article LIMIT :limit
        """
    } else {
      sql = """
        SELECT article, SUM(count) AS total FROM (
          SELECT article, count FROM view_day WHERE \(Self.inDays)\(filter)
          UNION ALL
          SELECT article, 1 FROM view WHERE \(Self.inEdges)\(filter)
        ) GROUP BY article ORDER BY total DESC, article LIMIT :limit
        """
    }
    return try articleCounts(sql, limit: limit, language: language)
  }

  func mostShared(limit: Int) throws -> [ArticleCount] {
    try articleCounts(
      """
      SELECT article, COUNT(*) AS total FROM share WHERE \(Self.inPeriod)
      GROUP BY article ORDER BY total DESC, article LIMIT :limit
      """, limit: limit, language: nil)
  }

  func totals() throws -> Report.Totals {
    var totals = Report.Totals()
    totals.views = try number(
      "SELECT (SELECT IFNULL(SUM(count), 0) FROM view_day WHERE \(Self.inDays)) "
        + "+ (SELECT COUNT(*) FROM view WHERE \(Self.inEdges))")
    totals.searches = try number(
      "SELECT (SELECT IFNULL(SUM(count), 0) FROM query_day WHERE \(Self.inDays)) "
        + "+ (SELECT COUNT(*) FROM search WHERE \(Self.inEdges))")
    totals.emptySearches = try number(
      "SELECT (SELECT IFNULL(SUM(empty), 0) FROM query_day WHERE \(Self.inDays)) "
        + "+ (SELECT COUNT(*) FROM search WHERE hits = 0 AND \(Self.inEdges))")
    totals.shares = try number("SELECT COUNT(*) FROM share WHERE \(Self.inPeriod)")
    totals.openings = try number("SELECT COUNT(*) FROM opening WHERE \(Self.inPeriod)")
    return totals
  }

  func viewsBySource() throws -> [ViewSource: Int] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT source, SUM(count) AS total FROM (
          SELECT source, count FROM view_day WHERE \(Self.inDays)
          UNION ALL
          SELECT source, 1 FROM view WHERE \(Self.inEdges)
        ) GROUP BY source
        """, arguments: arguments())
    var counts: [ViewSource: Int] = [:]
    for row in rows {
      if let source = ViewSource(rawValue: row["source"]) { counts[source] = row["total"] }
    }
    return counts
  }

  func queries(limit: Int, onlyEmpty: Bool) throws -> [QueryCount] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT query, language, SUM(count) AS total, SUM(empty) AS none FROM (
          SELECT query, language, count, empty FROM query_day WHERE \(Self.inDays)
          UNION ALL
          SELECT query, language, 1, hits = 0 FROM search WHERE \(Self.inEdges)
        ) GROUP BY language, query \(onlyEmpty ? "HAVING none > 0" : "")
        ORDER BY \(onlyEmpty ? "none DESC, total DESC" : "total DESC"), query, language
        LIMIT :limit
        """, arguments: arguments(limit: limit))
    return rows.map {
      QueryCount(
        query: $0["query"], language: $0["language"], count: $0["total"], emptyCount: $0["none"])
    }
  }

  private func articleCounts(
    _ sql: String, limit: Int, language: String?
  ) throws -> [ArticleCount] {
    let arguments = arguments(limit: limit, language: language)
    return try Row.fetchAll(database, sql: sql, arguments: arguments).map {
      ArticleCount(articleID: $0["article"], count: $0["total"])
    }
  }

  private func number(_ sql: String) throws -> Int {
    try Int.fetchOne(database, sql: sql, arguments: arguments()) ?? 0
  }

  private func arguments(limit: Int? = nil, language: String? = nil) -> StatementArguments {
    let (days, edges) = period.parts
    var values: [String: (any DatabaseValueConvertible)?] = [
      "firstDay": days.lowerBound, "endDay": days.upperBound,
      "headStart": edges[0].lowerBound, "headEnd": edges[0].upperBound,
      "tailStart": edges[1].lowerBound, "tailEnd": edges[1].upperBound,
      "start": edges[0].lowerBound, "end": edges[1].upperBound,
    ]
    if let limit { values["limit"] = max(0, limit) }
    if let language { values["language"] = language }
    return StatementArguments(values)
  }

  /// A period's whole days.
  static let inDays = "day >= :firstDay AND day < :endDay"
  /// A period's single instants before and after its whole days.
  static let inEdges =
    "(time >= :headStart AND time < :headEnd OR time >= :tailStart AND time < :tailEnd)"
  /// A period from start to end.
  static let inPeriod = "time >= :start AND time < :end"
}
