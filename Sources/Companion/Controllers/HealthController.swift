import BuiltSite
import EventLog
import HTTPTypes
import Hummingbird
import Logging

/// `GET /healthz` and `GET /readyz`, for whoever runs the server.
struct HealthController: Sendable {
  let services: CompanionServices

  var routes: [Route] {
    [
      Route(.get, "/healthz", ServiceOperations.health) { _ in
        .json(.fields(["status": "ok"]))
      },
      Route(.get, "/readyz", ServiceOperations.readiness, ready),
    ]
  }

  private func ready(_ call: Call) async throws -> Response {
    var storeFailure: String?
    do {
      try await services.store.ping()
    } catch {
      services.logger.error("the event log cannot answer", metadata: ["reason": "\(error)"])
      storeFailure = "the event log cannot answer"
    }
    let unsearchable = call.site.searchFailures.keys.sorted()
    let isReady = storeFailure == nil && unsearchable.isEmpty
    let site: JSONValue = .fields([
      "articles": .integer(call.site.articles.count),
      "languages": .array(call.site.languages.map { .string($0) }),
      "updated": .optional(call.site.report.updated),
      // An old site is served all the same, so this does not make the server unready.
      "stale": .bool(services.site.failure != nil),
    ])
    return .json(
      .fields([
        "status": isReady ? "ready" : "unready", "site": site,
        "store": .string(storeFailure ?? "ok"),
        "search": .string(
          unsearchable.isEmpty
            ? "ok"
            : "search is unavailable in \(unsearchable.joined(separator: ", ")): the index is missing "
              + "or damaged; run balise build"),
      ]), status: isReady ? .ok : .serviceUnavailable)
  }
}
