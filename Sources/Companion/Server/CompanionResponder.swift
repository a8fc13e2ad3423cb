import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Rendering
import Reports

/// Answers every request: finds the route, words what goes wrong, and logs.
struct CompanionResponder: HTTPResponder {
  typealias Context = ServerContext

  let services: CompanionServices
  private let routes: RouteTable
  private let pages: StaticController
  private let authentication: Authentication
  private let idempotency: Idempotency
  private let limits: RateLimits
  private let metrics = ServerMetrics()

  init(services: CompanionServices) {
    self.services = services
    limits = RateLimits(proofs: services.proofs)
    let authentication = Authentication(services: services)
    let log = ReaderLog(services: services, authentication: authentication)
    let search = SearchService(services: services, log: log)
    let pages = StaticController(
      sender: FileSender(compressed: CompressedBodies()), home: HomeController(services: services),
      search: SearchPageController(services: services, search: search),
      authentication: authentication, reload: services.reload)
    self.pages = pages
    self.authentication = authentication
    idempotency = Idempotency(services: services, key: authentication.key)
    let routes =
      SearchController(search: search).routes
      + SuggestController(search: search).routes
      + RelatedController(search: search).routes
      + ShareController(services: services).routes
      + ShareLinkController(services: services, log: log, pages: pages).routes
      + OutboxController(services: services).routes
      + ReaderController(services: services, log: log).routes
      + RequestController(services: services, authentication: authentication, log: log).routes
      + DeskActionController(services: services).routes
      + EventStreamController(services: services, authentication: authentication).routes
      + DeskController(services: services, authentication: authentication).routes
      + ReportController(services: services, authentication: authentication).routes
      + OutboxPageController(services: services, authentication: authentication).routes
      + GapController(services: services, authentication: authentication).routes
      + ArticleController(services: services, log: log).routes
      + StatsController(services: services).routes
      + SignInController(services: services, authentication: authentication).routes
      + OpenIDController(services: services, authentication: authentication).routes
      + PassphraseController(services: services, authentication: authentication).routes
      + SelfController(authentication: authentication).routes
      + DeskAssetController(services: services).routes
      + HealthController(services: services).routes
      + MetricsController(services: services, metrics: metrics).routes
      + (services.reload?.routes ?? [])
    self.routes = RouteTable(routes: routes + Self.describing(routes))
  }

  /// The routes that describe the others, and themselves.
  private static func describing(_ routes: [Route]) -> [Route] {
    func described(_ description: [UInt8]) -> Route {
      Route(.get, "/api/openapi.json", ServiceOperations.description) { call in
        let completion = OpenAPICompletion(
          languages: call.site.languages, categories: call.site.reported.categoryKeys.sorted())
        return .json(completion.completed(description))
      }
    }
    let description = Array(OpenAPIDescription.text(routes + [described([])]).utf8)
    return [
      described(description),
      Route(.get, "/api/docs") { call in
        let page = APIPage(basePath: call.site.basePath, styleSheet: DeskPage.styleSheet(call))
        return DeskPage.response(page.html(description))
      },
    ]
  }

  /// All routes, for tests.
  var allRoutes: [Route] { routes.routes }

  func respond(to request: Request, context: ServerContext) async throws -> Response {
    await response(to: request, from: context.channel.remoteAddress)
  }

  /// The answer to a request; whatever goes wrong is an answer too.
  func response(to request: Request, from peer: SocketAddress?) async -> Response {
    let start = ContinuousClock.now
    let site = services.site.snapshot
    var response: Response
    var matched = Matched()
    do {
      response = try await answer(request, peer, site, &matched)
    } catch let problem as ProblemDetails {
      response = problem.response
    } catch {
      services.logger.error("a request failed", metadata: ["reason": "\(error)"])
      response =
        ProblemDetails(
          status: .internalServerError, code: "unexpected", detail: "something went wrong here"
        ).response
    }
    SecurityHeaders.add(to: &response.headers)
    let id = RequestID.make(request.headers)
    if let name = RequestID.header { response.headers[name] = id }
    if let verdict = matched.verdict { RateLimits.add(verdict, to: &response.headers) }
    let origins = services.widgetOrigins.union(site.description.origins ?? [])
    if !origins.isEmpty {
      let target = RequestTarget(request.head.path ?? "/")?.below(site.basePath)
      CrossOrigin(origins: origins).add(
        to: &response.headers, for: request.head, segments: target?.segments ?? [])
    }
    if request.method == .head { response = response.createHeadResponse() }
    finish(request, response, matched, id: id, since: start)
    return response
  }

  /// What was found out about a request on the way to its answer.
  private struct Matched {
    /// The pattern of its route; nil for a page of the site.
    var pattern: String?
    /// What is left of its client's allowance; nil for what is not limited.
    var verdict: RateLimiter.Verdict?
  }

  private func answer(
    _ request: Request, _ peer: SocketAddress?, _ site: SiteSnapshot, _ matched: inout Matched
  ) async throws -> Response {
    let path = request.head.path ?? "/"
    guard path.utf8.count <= 8_000 else {
      throw ProblemDetails(
        status: .uriTooLong, code: "address-too-long", detail: "the address is too long")
    }
    guard let target = RequestTarget(path)?.below(site.basePath) else {
      guard !path.hasPrefix("/api/") else {
        throw ProblemDetails.badRequest("address-invalid", "the address is not well-formed")
      }
      return await pages.notFound(request.head, site: site)
    }
    var call = Call(
      request: request, target: target, site: site, peer: peer, proxies: services.proxies)
    call.proof = KnownProofs.digest(request.headers)
    let outcome = routes.resolve(request.method, target.segments)
    matched.verdict = limits.verdict(call, Self.rate(of: outcome, call))
    if let verdict = matched.verdict, !verdict.isAllowed { throw RateLimits.problem(verdict) }
    switch outcome {
    case .found(let route, let parameters):
      call.parameters = parameters
      matched.pattern = route.pattern
      if let operation = route.operation, let scope = operation.scope {
        call.principal = try await authentication.principal(call, scope, isUse: operation.isUse)
      }
      let response = try await idempotency.answer(call, route.handler)
      return try await AnswerShape.shaped(response, for: request.head, pattern: route.pattern)
    case .otherMethods(let allowed):
      guard request.method == .options else { throw ProblemDetails.methodNotAllowed(allowed) }
      let names = (allowed + [.options]).map(\.rawValue).joined(separator: ", ")
      return Response(status: .noContent, headers: [.allow: names])
    case .none:
      guard target.segments.first != "api" else {
        throw ProblemDetails.notFound(
          "route-unknown", "there is no such address; /api/openapi.json describes those there are")
      }
      return try await pages.respond(call)
    }
  }

  /// How often a client may ask for what was found; for what was not, as for others of the API.
  private static func rate(of outcome: RouteTable.Outcome, _ call: Call) -> Operation.RateClass {
    if case .found(let route, _) = outcome { return route.rate }
    guard call.target.segments.first == "api" else { return .unlimited }
    return RateLimits.isSafe(call.request.method) ? .reading : .writing
  }

  /// Counts the request, and logs one line about it: the pattern of its route, and so no query, which
  /// holds what people type, no share's id, no address.
  private func finish(
    _ request: Request, _ response: Response, _ matched: Matched, id: String,
    since start: ContinuousClock.Instant
  ) {
    let (seconds, attoseconds) = start.duration(to: .now).components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    metrics.count(
      route: matched.pattern ?? "page", method: Self.countedMethod(request.method),
      status: response.status.code, microseconds: microseconds)
    guard services.logger.logLevel <= .info else { return }
    let length = response.headers[.contentLength].flatMap { Int($0) }
    services.logger.info(
      "request",
      metadata: [
        "id": "\(id)", "method": "\(Self.countedMethod(request.method))",
        "route": "\(matched.pattern ?? "page")", "status": "\(response.status.code)",
        "ms": "\(Double(microseconds) / 1000)",
        "bytes": "\(length ?? response.body.contentLength ?? 0)",
      ])
  }

  /// A method that anyone may make up is counted with the others.
  private static func countedMethod(_ method: HTTPRequest.Method) -> String {
    [.get, .head, .post, .put, .delete, .options].contains(method) ? method.rawValue : "other"
  }
}
