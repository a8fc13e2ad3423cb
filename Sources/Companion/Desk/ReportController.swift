import EventLog
import HTTPTypes
import Hummingbird
import NIOCore
import Rendering
import Reports

/// `GET /desk/reports` and `GET /api/v1/stats/report`: what is read, shared, asked and missing.
struct ReportController: Sendable {
  let services: CompanionServices
  let authentication: Authentication

  var routes: [Route] {
    [
      Route(.get, "/desk/reports", showPage),
      Route(.get, "/api/v1/stats/report", DeskOperations.report, show),
      Route(.post, "/desk/requests/{id}/close", closeRequest),
    ]
  }

  private func show(_ call: Call) async throws -> Response {
    let principal = try call.agent()
    let format = try call.choice("format", of: ["json", "csv"]) ?? "json"
    let report = try await report(call, principal)
    switch format {
    case "csv":
      return Response(
        status: .ok,
        headers: [
          .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
          .contentDisposition: "attachment; filename=\"report.csv\"",
        ], body: ResponseBody(byteBuffer: ByteBuffer(string: report.csv())))
    default:
      return .json(try report.json())
    }
  }

  private func showPage(_ call: Call) async throws -> Response {
    guard let principal = await authentication.visitor(call), principal.session != nil else {
      return DeskPage.signIn(call)
    }
    guard principal.scopes.contains(.reports) else {
      throw ProblemDetails(
        status: .forbidden, code: "scope-required", detail: "this needs the scope 'reports'")
    }
    let agents = try await services.ask { try await $0.agents() }
    let page = ReportPage(
      report: try await report(call, principal), agents: Set(agents.map(\.name)).sorted(),
      frame: try await DeskFrame.make(call, principal, services, authentication),
      templates: services.templates, call: call, canWrite: principal.scopes.contains(.content))
    return DeskPage.response(services.templates.reports(page.context))
  }

  /// A writer says that a request is done, on the page of reports.
  private func closeRequest(_ call: Call) async throws -> Response {
    let form = try await call.form()
    _ = try await authentication.principal(call, .content, form: form)
    let id = call.parameters["id"] ?? ""
    _ = try await services.ask { try await $0.close(requestID: id, time: .now) }
    return .redirect(
      to: call.site.basePath + "/desk/reports#report-requests", status: .seeOther,
      cacheControl: "no-store")
  }

  /// The report that an address asks for; what writers are told is left out for others.
  private func report(_ call: Call, _ principal: Principal) async throws -> SiteReport {
    func chosen(_ name: String) -> String? { call.query[name].flatMap { $0.isEmpty ? nil : $0 } }
    let language = chosen("only")
    if let language, !call.site.languages.contains(language) {
      throw ProblemDetails.badRequest(
        "language-unknown", "'only': this site has no language '\(language)'", field: "only")
    }
    let site = call.site.reported
    let category = chosen("category")
    let articles = category.flatMap(site.articles(ofCategory:))
    if let category, articles == nil {
      throw ProblemDetails.badRequest(
        "category-unknown", "'category': this site has no category '\(category)'",
        field: "category")
    }
    let request = ReportRequest(
      period: try call.period(), limit: try call.integer("limit", default: 20, in: 1...200),
      leastPeople: call.site.description.leastPeople, language: language, articles: articles,
      agent: chosen("agent"))
    var report = try await services.ask { try await $0.report(request) }
    if !principal.scopes.contains(.content) {
      report.comments = []
      report.openRequests = []
    }
    return SiteReport(report: report, site: site, language: try call.language())
  }
}

extension SiteSnapshot {
  /// What a report needs to know of the site.
  var reported: ReportedSite {
    var categories: [String: [String: String]] = [:]
    for (language, words) in description.languages {
      categories[language] = Dictionary(
        (words.search?.categories ?? []).map { ($0.key, $0.label) }
      ) { first, _ in first }
    }
    return ReportedSite(
      articles: articlesForAgents.map { article in
        ReportedArticle(
          id: article.id, category: article.category,
          versions: article.versions.mapValues {
            ReportedArticle.Version(
              title: $0.title, url: $0.url, updated: $0.updated, staleSince: $0.staleSince,
              reviewBy: $0.reviewBy, fallback: $0.fallback)
          })
      }, languages: languages, categories: categories)
  }
}
