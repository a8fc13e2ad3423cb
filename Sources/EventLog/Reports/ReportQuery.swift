import Foundation
import GRDB

/// The questions of a report, asked in one consistent reading of the database.
struct ReportQuery {
  let database: Database
  let period: ReportPeriod
  /// Count what happened in this language only; nil for all.
  var language: String?
  /// Queries that fewer people asked are not listed, but for those of agents.
  var leastPeople = 0
  /// Count what happened to these articles only; nil for all.
  var articles: Set<String>?
  /// Count what this agent did only; nil for all.
  var agent: String?

  /// The questions of a request, about its period unless told otherwise.
  init(_ request: ReportRequest, period: ReportPeriod? = nil, database: Database) {
    self.init(
      database: database, period: period ?? request.period, language: request.language,
      leastPeople: request.leastPeople)
    articles = request.articles
    agent = request.agent
  }

  /// Questions about a period.
  init(
    database: Database, period: ReportPeriod, language: String? = nil, leastPeople: Int = 0
  ) {
    self.database = database
    self.period = period
    self.language = language
    self.leastPeople = leastPeople
  }

  func mostViewed(limit: Int) throws -> [ArticleCount] {
    let sql: String
    if period == .all {
      sql = """
        SELECT article, SUM(count) AS total FROM view_total WHERE 1\(ofReading)
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
      SELECT article, COUNT(*) AS total FROM share WHERE \(Self.inPeriod)\(ofShares)
      GROUP BY article ORDER BY total DESC, article LIMIT :limit
      """, limit: limit)
  }

  func viewsBySource() throws -> [ViewSource: Int] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT source, SUM(count) AS total FROM (
          SELECT source, count FROM view_day WHERE \(Self.inDays)\(ofReading)
          UNION ALL
          SELECT source, 1 FROM view WHERE \(Self.inEdges)\(ofReading)
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
    let first = Timestamp(milliseconds: edges[0].lowerBound).day
    let last = Timestamp(milliseconds: edges[1].upperBound - 1).day
    var values: [String: (any DatabaseValueConvertible)?] = [
      "firstDay": days.lowerBound, "endDay": days.upperBound,
      "headStart": edges[0].lowerBound, "headEnd": edges[0].upperBound,
      "tailStart": edges[1].lowerBound, "tailEnd": edges[1].upperBound,
      "start": edges[0].lowerBound, "end": edges[1].upperBound,
      "firstTouched": first, "lastTouched": last,
      "startTouched": first * Timestamp.millisecondsPerDay,
      "endTouched": (last + 1) * Timestamp.millisecondsPerDay, "people": leastPeople,
    ]
    if let limit { values["limit"] = max(0, limit) }
    if let language { values["language"] = language }
    if let articles { values["articles"] = Self.json(articles) }
    if let agent { values["agent"] = agent }
    return StatementArguments(values)
  }

  /// Narrows a table with a column `language` down.
  var inLanguage: String { language == nil ? "" : " AND language = :language" }
  /// Narrows a table with a column `article` down.
  private var ofArticles: String {
    articles == nil ? "" : " AND article IN (SELECT value FROM json_each(:articles))"
  }
  /// Narrows what agents do down: shares, solutions, requests.
  var ofShares: String { inLanguage + ofArticles + (agent == nil ? "" : " AND agent = :agent") }
  /// Narrows views and votes down, which are due to no agent.
  var ofReading: String { inLanguage + ofArticles + (hasReading ? "" : " AND 0") }
  /// Narrows searches down, which are due to no agent and about no article.
  var ofSearches: String { inLanguage + (hasSearches ? "" : " AND 0") }
  /// Whether views and votes can be told by what is asked for.
  var hasReading: Bool { agent == nil }
  /// Whether searches can be told by what is asked for.
  var hasSearches: Bool { agent == nil && articles == nil }
  /// Narrows views down to those of readers.
  var byReaders: String { " AND source <> 'agent'" + ofReading }
  /// Narrows searches down to those of readers.
  var searchedByReaders: String { " AND audience = 'reader'" + ofSearches }

  /// A period's whole days.
  static let inDays = "day >= :firstDay AND day < :endDay"
  /// A period's single instants before and after its whole days.
  static let inEdges =
    "(time >= :headStart AND time < :headEnd OR time >= :tailStart AND time < :tailEnd)"
  /// A period from start to end.
  static let inPeriod = "time >= :start AND time < :end"
  /// The days that the period touches, whole or not.
  static let inTouchedDays = "day >= :firstTouched AND day <= :lastTouched"
  /// All the time of the days that the period touches.
  static let inTouchedTime = "time >= :startTouched AND time < :endTouched"

  /// Ids as SQLite's `json_each` takes them.
  private static func json(_ ids: Set<String>) -> String {
    let bytes = try? JSONEncoder().encode(ids.sorted())
    return bytes.map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }
}
