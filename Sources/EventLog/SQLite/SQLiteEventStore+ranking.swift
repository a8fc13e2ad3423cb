import Foundation
import GRDB

extension SQLiteEventStore {
  /// What a share of an agent weighs: someone who knows chose the article for someone.
  private static let viewsPerShare = 3.0
  /// What its opening weighs besides the view that follows: the customer wanted to know.
  private static let viewsPerOpening = 1.0
  /// In how many days a view loses half of its weight.
  private static let halfLife = 90.0

  /// How sought after articles are on a day, by what happened in some days before.
  public func decayedViews(
    in days: Range<Int64>, asOf day: Int64
  ) async throws -> [String: Double] {
    let halfLife = Self.halfLife
    return try await read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT article, day, count AS weight FROM view_day
          WHERE day >= :first AND day < :end AND source <> 'agent'
          UNION ALL
          SELECT article, time / :perDay, :share FROM share WHERE time >= :start AND time < :stop
          UNION ALL
          SELECT share.article, opening.time / :perDay, :opening
          FROM opening JOIN share ON share.id = opening.share
          WHERE opening.time >= :start AND opening.time < :stop
          """,
        arguments: [
          "first": days.lowerBound, "end": days.upperBound,
          "start": Self.start(of: days.lowerBound), "stop": Self.start(of: days.upperBound),
          "perDay": Timestamp.millisecondsPerDay, "share": Self.viewsPerShare,
          "opening": Self.viewsPerOpening,
        ])
      var sums: [String: Double] = [:]
      var weights: [Int64: Double] = [:]
      while let row = try rows.next() {
        let then: Int64 = row[1]
        let weight = weights[then] ?? exp2(-Double(max(0, day - then)) / halfLife)
        weights[then] = weight
        let views: Double = row[2]
        sums[row[0], default: 0] += weight * views
      }
      return sums
    }
  }

  /// The queries of a language that at least so many people typed on one day.
  public func frequentQueries(
    language: String, since day: Int64, people: Int, limit: Int
  ) async throws -> [FrequentQuery] {
    try await read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT query, SUM(people) AS total FROM (
            SELECT query, COUNT(*) AS people FROM query_visitor
            WHERE day >= :day AND language = :language AND found = 1 GROUP BY day, query
          ) GROUP BY query HAVING MAX(people) >= :people
          ORDER BY total DESC, query LIMIT :limit
          """,
        arguments: [
          "day": day, "language": language, "people": people, "limit": max(0, limit),
        ])
      // A rule may have become stricter since a query was stored.
      return rows.compactMap { row in
        SuggestableQuery(row[0]).map { FrequentQuery(query: $0.text, count: row[1]) }
      }
    }
  }

  /// The first millisecond of a day; the first or last there is for one beyond.
  private static func start(of day: Int64) -> Int64 {
    let (value, isBeyond) = day.multipliedReportingOverflow(by: Timestamp.millisecondsPerDay)
    return isBeyond ? (day < 0 ? .min : .max) : value
  }
}
