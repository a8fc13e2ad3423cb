import GRDB

extension SQLiteEventStore {
  /// The views of some articles in all languages; articles never viewed are left out.
  public func viewCounts(of articleIDs: [String]) async throws -> [String: Int] {
    guard !articleIDs.isEmpty else { return [:] }
    return try await read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT SUM(count) FROM view_total WHERE article = ?")
      var counts: [String: Int] = [:]
      for id in articleIDs where counts[id] == nil {
        counts[id] = try Int.fetchOne(statement, arguments: [id])
      }
      return counts
    }
  }

  /// The articles viewed most in a period, most viewed first, ties by id.
  public func mostViewed(
    language: String?, period: ReportPeriod, limit: Int
  ) async throws -> [ArticleCount] {
    try await read { database in
      try ReportQuery(database: database, period: period)
        .mostViewed(language: language, limit: limit)
    }
  }

  /// What happened in a period, with lists of at most `limit` entries.
  public func report(period: ReportPeriod, limit: Int) async throws -> Report {
    try await read { database in
      let query = ReportQuery(database: database, period: period)
      return Report(
        period: period,
        totals: try query.totals(),
        mostViewed: try query.mostViewed(language: nil, limit: limit),
        mostShared: try query.mostShared(limit: limit),
        topQueries: try query.queries(limit: limit, onlyEmpty: false),
        emptyQueries: try query.queries(limit: limit, onlyEmpty: true),
        sourceCounts: try query.viewsBySource())
    }
  }
}
