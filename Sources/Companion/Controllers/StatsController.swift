import EventLog
import Hummingbird

/// `GET /api/v1/stats/summary`.
struct StatsController: Sendable {
  let services: CompanionServices

  var routes: [Route] {
    [Route(.get, "/api/v1/stats/summary", DeskOperations.summary, summary)]
  }

  private func summary(_ call: Call) async throws -> Response {
    let language = try call.language()
    let limit = try call.integer("limit", default: 10, in: 1...100)
    let request = ReportRequest(
      period: try call.period(), limit: limit, leastPeople: call.site.description.leastPeople)
    let report = try await services.ask { try await $0.report(request) }
    let totals = report.totals
    return .json(
      .fields([
        "since": .optional(request.period.start?.description),
        "totals": .fields([
          "views": .integer(totals.views), "searches": .integer(totals.searches),
          "searches_without_hits": .integer(totals.emptySearches),
          "shares": .integer(totals.shares), "openings": .integer(totals.openings),
        ]),
        "most_viewed": articles(report.mostViewed, language, call.site),
        "most_shared": articles(report.mostShared, language, call.site),
        "top_queries": .array(
          report.topQueries.map { Self.query($0, count: $0.count, missed: $0.emptyCount) }),
        // What agents look for in vain is missing, too.
        "queries_without_hits": .array(
          report.emptyQueries.map {
            Self.query($0, count: $0.count + $0.agentCount, missed: $0.missedCount)
          }),
        "views_by_source": .array(
          report.viewsBySource.map {
            .fields(["source": .string($0.source.rawValue), "count": .integer($0.count)])
          }),
      ]))
  }

  private func articles(
    _ counts: [ArticleCount], _ language: String, _ site: SiteSnapshot
  ) -> JSONValue {
    .array(
      counts.map { count in
        let version = site.article(id: count.articleID)?
          .version(for: language, else: site.languages)?.1
        return .fields([
          "id": .string(count.articleID), "title": .optional(version?.title),
          "url": .optional(version?.url), "count": .integer(count.count),
        ])
      })
  }

  private static func query(_ query: QueryCount, count: Int, missed: Int) -> JSONValue {
    .fields([
      "query": .string(query.query), "lang": .string(query.language), "count": .integer(count),
      "without_hits": .integer(missed),
    ])
  }
}
