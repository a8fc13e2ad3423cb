import GRDB

extension ReportQuery {
  func totals() throws -> Report.Totals {
    var totals = Report.Totals()
    totals.views = try views()
    totals.agentViews = try number(
      """
      SELECT (SELECT IFNULL(SUM(count), 0) FROM view_day
        WHERE \(Self.inDays) AND source = 'agent'\(ofReading))
        + (SELECT COUNT(*) FROM view WHERE \(Self.inEdges) AND source = 'agent'\(ofReading))
      """)
    totals.searches = try searches("count", "1")
    totals.emptySearches = try searches("empty", "hits = 0")
    let clicked = try searches("clicked", "clicked_rank IS NOT NULL")
    totals.unclickedSearches = max(0, totals.searches - totals.emptySearches - clicked)
    totals.reformulatedSearches = try searches("reformulated", "reformulated = 1")
    totals.agentSearches = try number(
      """
      SELECT (SELECT IFNULL(SUM(agents), 0) FROM query_day WHERE \(Self.inDays)\(ofSearches))
        + (SELECT COUNT(*) FROM search WHERE \(Self.inEdges) AND audience = 'agent'\(ofSearches))
      """)
    totals.shares = try count("share", ofShares)
    totals.openings = try count(
      "opening",
      ofShares.isEmpty ? "" : " AND share IN (SELECT id FROM share WHERE 1\(ofShares))")
    let votes = Self.ofReaders + ofReading
    totals.votes = try count("vote", votes)
    totals.opinions = try count("vote", " AND \(Self.isHelpful) IS NOT NULL\(votes)")
    totals.helpfulVotes = try count("vote", " AND \(Self.isHelpful) = 1\(votes)")
    totals.solved = try count("solved", ofShares)
    totals.expertRequests = try count("request", " AND kind = 'expert'\(ofShares)")
    totals.articleRequests = try count("request", " AND kind <> 'expert'\(ofShares)")
    if hasSearches {
      totals.programs = try number(
        "SELECT IFNULL(SUM(count), 0) FROM program_day WHERE \(Self.inTouchedDays)")
    }
    return totals
  }

  /// Articles that readers opened, from the sums of whole days and from single events.
  func views() throws -> Int {
    try number(
      "SELECT (SELECT IFNULL(SUM(count), 0) FROM view_day WHERE \(Self.inDays)\(byReaders)) "
        + "+ (SELECT COUNT(*) FROM view WHERE \(Self.inEdges)\(byReaders))")
  }

  /// Narrows votes down to those of readers.
  static let ofReaders = " AND audience = 'reader'"

  /// Whether a vote says that an article helped: 1, 0 or null.
  static let isHelpful = "IFNULL(helpful, CASE WHEN rating IS NULL THEN NULL ELSE rating > 3 END)"
  /// What a vote is worth from 1 to 5.
  static let voteValue =
    "IFNULL(rating, CASE helpful WHEN 1 THEN 5 WHEN 0 THEN 1 ELSE NULL END)"

  func count(_ table: String, _ filter: String) throws -> Int {
    try number("SELECT COUNT(*) FROM \(table) WHERE \(Self.inPeriod)\(filter)")
  }

  /// Searches of readers, from the sums of whole days and from single events.
  func searches(_ column: String, _ condition: String) throws -> Int {
    try number(
      """
      SELECT (SELECT IFNULL(SUM(\(column)), 0) FROM query_day WHERE \(Self.inDays)\(ofSearches))
        + (SELECT COUNT(*) FROM search
           WHERE \(condition) AND \(Self.inEdges)\(searchedByReaders))
      """)
  }

  /// Every day that the period touches and on which something happened, whole.
  func days() throws -> [Report.Day] {
    let inPeriod = Self.inTouchedDays
    let found = try rows(
      """
      SELECT day, SUM(views) AS views, SUM(searches) AS searches, SUM(none) AS none,
        SUM(shares) AS shares
      FROM (
        SELECT day, count AS views, 0 AS searches, 0 AS none, 0 AS shares FROM view_day
        WHERE \(inPeriod)\(byReaders)
        UNION ALL
        SELECT day, 0, count, empty, 0 FROM query_day WHERE \(inPeriod)\(ofSearches)
        UNION ALL
        SELECT time / 86400000, 0, 0, 0, 1 FROM share WHERE \(Self.inTouchedTime)\(ofShares)
      ) GROUP BY day ORDER BY day
      """)
    let known = found.map { row in
      var day = Report.Day(day: row["day"])
      day.views = row["views"]
      day.searches = row["searches"]
      day.emptySearches = row["none"]
      day.shares = row["shares"]
      return day
    }
    guard let start = known.first?.day, let end = known.last?.day, end - start < 10_000 else {
      return known
    }
    var byDay: [Int64: Report.Day] = [:]
    for day in known { byDay[day.day] = day }
    // Days without anything are days all the same, as far as the period is known to go.
    let (_, edges) = period.parts
    let from = period.start == nil ? start : min(Self.day(edges[0].lowerBound), start)
    let last = period.end == nil ? Timestamp.now.day : Self.day(edges[1].upperBound - 1)
    let to = max(end, min(last, end + 366))
    guard to - from < 10_000 else { return known }
    return (from...to).map { byDay[$0] ?? Report.Day(day: $0) }
  }

  private static func day(_ milliseconds: Int64) -> Int64 {
    Timestamp(milliseconds: milliseconds).day
  }
}
