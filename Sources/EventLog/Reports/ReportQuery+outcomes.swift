import GRDB

extension ReportQuery {
  /// A rating fell that is so much lower than before.
  private static let fall = 0.3
  /// So many votes before and in the period make a comparison.
  private static let votesToCompare = 3

  func funnel() throws -> Report.Funnel {
    let shares = "SELECT id FROM share WHERE \(Self.inPeriod)\(ofShares)"
    var funnel = Report.Funnel()
    funnel.shared = try number("SELECT COUNT(*) FROM (\(shares))")
    funnel.opened = try number(
      "SELECT COUNT(DISTINCT share) FROM opening WHERE share IN (\(shares))")
    for row in try rows(
      "SELECT kind, COUNT(*) AS total FROM share_outcome WHERE share IN (\(shares)) GROUP BY kind")
    {
      switch ShareOutcomeEvent.Kind(rawValue: row["kind"]) {
      case .rated: funnel.rated = row["total"]
      case .searched: funnel.searchedAgain = row["total"]
      case .escalated: funnel.escalated = row["total"]
      case nil: break
      }
    }
    return funnel
  }

  func fallenRatings(limit: Int) throws -> [Report.RatingFall] {
    guard period.start != nil else { return [] }
    return try rows(
      """
      SELECT now.article AS article, old.mean AS before, now.mean AS after, now.votes AS votes
      FROM (
        SELECT article, AVG(\(Self.voteValue)) AS mean, COUNT(\(Self.voteValue)) AS votes
        FROM vote WHERE \(Self.inPeriod)\(Self.ofReaders)\(ofReading) GROUP BY article
      ) AS now JOIN (
        SELECT article, AVG(\(Self.voteValue)) AS mean, COUNT(\(Self.voteValue)) AS votes
        FROM vote WHERE time < :start\(Self.ofReaders)\(ofReading) GROUP BY article
      ) AS old ON old.article = now.article
      WHERE now.votes >= \(Self.votesToCompare) AND old.votes >= \(Self.votesToCompare)
        AND old.mean - now.mean >= \(Self.fall)
      ORDER BY old.mean - now.mean DESC, now.article LIMIT :limit
      """, limit: limit
    ).map {
      Report.RatingFall(
        articleID: $0["article"], before: $0["before"], after: $0["after"], votes: $0["votes"])
    }
  }

  func comments(limit: Int) throws -> [Report.Comment] {
    try rows(
      """
      SELECT article, language, \(Self.isHelpful) AS helped, reason, comment, time FROM vote
      WHERE \(Self.inPeriod)\(ofReading) AND (comment IS NOT NULL OR reason IS NOT NULL)
      ORDER BY time DESC, article LIMIT :limit
      """, limit: limit
    ).map { row in
      Report.Comment(
        articleID: row["article"], language: row["language"], isHelpful: row["helped"],
        reason: row["reason"], text: row["comment"], time: Timestamp(milliseconds: row["time"]))
    }
  }

  func languages() throws -> [Report.LanguageFigures] {
    try rows(
      """
      SELECT language, SUM(views) AS views, SUM(searches) AS searches, SUM(none) AS none,
        SUM(shares) AS shares
      FROM (
        SELECT language, count AS views, 0 AS searches, 0 AS none, 0 AS shares FROM view_day
        WHERE \(Self.inDays)\(byReaders)
        UNION ALL
        SELECT language, 1, 0, 0, 0 FROM view WHERE \(Self.inEdges)\(byReaders)
        UNION ALL
        SELECT language, 0, count, empty, 0 FROM query_day WHERE \(Self.inDays)\(ofSearches)
        UNION ALL
        SELECT language, 0, 1, hits = 0, 0 FROM search WHERE \(Self.inEdges)\(searchedByReaders)
        UNION ALL
        SELECT language, 0, 0, 0, 1 FROM share WHERE \(Self.inPeriod)\(ofShares)
      ) GROUP BY language ORDER BY views DESC, searches DESC, language
      """
    ).map { row in
      var figures = Report.LanguageFigures(language: row["language"])
      figures.views = row["views"]
      figures.searches = row["searches"]
      figures.emptySearches = row["none"]
      figures.shares = row["shares"]
      return figures
    }
  }

  func agents(limit: Int) throws -> [Report.AgentFigures] {
    try rows(
      """
      SELECT agent, SUM(shares) AS shares, SUM(opened) AS opened, SUM(solved) AS solved,
        SUM(requests) AS requests
      FROM (
        SELECT agent, 1 AS shares,
          EXISTS (SELECT 1 FROM opening WHERE opening.share = share.id) AS opened,
          0 AS solved, 0 AS requests
        FROM share WHERE \(Self.inPeriod)\(ofShares)
        UNION ALL
        SELECT agent, 0, 0, 1, 0 FROM solved WHERE \(Self.inPeriod)\(ofShares)
        UNION ALL
        SELECT agent, 0, 0, 0, 1 FROM request
        WHERE agent IS NOT NULL AND \(Self.inPeriod)\(ofShares)
      ) GROUP BY agent ORDER BY shares DESC, solved DESC, requests DESC, agent LIMIT :limit
      """, limit: limit
    ).map { row in
      var figures = Report.AgentFigures(agent: row["agent"])
      figures.shares = row["shares"]
      figures.opened = row["opened"]
      figures.solved = row["solved"]
      figures.requests = row["requests"]
      return figures
    }
  }

  func readVersions() throws -> [Report.ReadVersion] {
    try rows(
      """
      SELECT article, language, SUM(count) AS total FROM (
        SELECT article, language, count FROM view_day WHERE \(Self.inDays)\(byReaders)
        UNION ALL
        SELECT article, language, 1 FROM view WHERE \(Self.inEdges)\(byReaders)
      ) GROUP BY article, language ORDER BY total DESC, article, language
      """
    ).map {
      Report.ReadVersion(articleID: $0["article"], language: $0["language"], views: $0["total"])
    }
  }

  /// What waits for writers, latest first.
  func openRequests(limit: Int) throws -> [HelpRequest] {
    try rows(
      "SELECT * FROM request WHERE closed IS NULL\(ofShares) ORDER BY time DESC, id LIMIT :limit",
      limit: limit
    ).compactMap(HelpRequest.init)
  }
}
