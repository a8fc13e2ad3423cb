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
      try ReportQuery(database: database, period: period, language: language)
        .mostViewed(limit: limit)
    }
  }

  /// The articles that agents shared most in a period, most first.
  public func mostShared(period: ReportPeriod, limit: Int) async throws -> [ArticleCount] {
    try await read { database in
      try ReportQuery(database: database, period: period).mostShared(limit: limit)
    }
  }

  /// What happened in a period, and what had happened in the one before.
  public func report(_ request: ReportRequest) async throws -> Report {
    try await read { database in
      let query = ReportQuery(request, database: database)
      let limit = request.limit
      var report = Report(period: request.period)
      report.hasReading = query.hasReading
      report.hasSearches = query.hasSearches
      report.totals = try query.totals()
      report.previousPeriod = request.period.previous()
      report.previous = try report.previousPeriod.map {
        try ReportQuery(request, period: $0, database: database).totals()
      }
      report.days = try query.days()
      report.mostViewed = try query.mostViewed(limit: limit)
      report.mostShared = try query.mostShared(limit: limit)
      report.topQueries = try query.queries(limit: limit, .searched)
      report.emptyQueries = try query.queries(limit: limit, .empty)
      report.unclickedQueries = try query.queries(limit: limit, .unclicked)
      report.withheldSearches = try query.withheldSearches()
      report.sourceCounts = try query.viewsBySource()
      report.funnel = try query.funnel()
      report.fallenRatings = try query.fallenRatings(limit: limit)
      report.comments = try query.comments(limit: limit)
      report.languages = try query.languages()
      report.agents = try query.agents(limit: limit)
      report.openRequests = try query.openRequests(limit: limit)
      report.readVersions = try query.readVersions()
      return report
    }
  }
}
