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
    let text = call.query["since"] ?? "30d"
    guard let period = ReportPeriod(since: text) else {
      throw ProblemDetails.badRequest(
        "parameter-invalid",
        "'since' must be a span such as 30d or 12h, a date such as 2026-01-31, or all")
    }
    let report = try await services.ask { try await $0.report(period: period, limit: limit) }
    let totals = report.totals
    return .json(
      .fields([
        "since": .optional(period.start?.description),
        "totals": .fields([
          "views": .integer(totals.views), "searches": .integer(totals.searches),
          "searches_without_hits": .integer(totals.emptySearches),
          "shares": .integer(totals.shares), "openings": .integer(totals.openings),
        ]),
        "most_viewed": articles(report.mostViewed, language, call.site),
        "most_shared": articles(report.mostShared, language, call.site),
        "top_queries": Self.queries(report.topQueries),
        "queries_without_hits": Self.queries(report.emptyQueries),
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

  private static func queries(_ counts: [QueryCount]) -> JSONValue {
    .array(
      counts.map {
        .fields([
          "query": .string($0.query), "lang": .string($0.language), "count": .integer($0.count),
          "without_hits": .integer($0.emptyCount),
        ])
      })
  }
}
