import BuiltSite
import EventLog
import HTTPTypes
import Hummingbird
import NIOCore

/// `GET /metrics`, for Prometheus.
///
/// It answers to this machine and to private networks alone; a proxy that faces the world must not
/// pass it on, and one that says for whom it asks is not believed.
struct MetricsController: Sendable {
  let services: CompanionServices
  let metrics: ServerMetrics

  var routes: [Route] { [Route(.get, "/metrics", ServiceOperations.metrics, show)] }

  private func show(_ call: Call) async throws -> Response {
    guard ClientNetwork.isOperators(call.peer),
      HTTPField.Name.forwardedFor.flatMap({ call.request.headers[$0] }) == nil
    else {
      throw ProblemDetails.notFound("route-unknown", "there is no such address")
    }
    let counts = (try? await services.store.messageCounts()) ?? [:]
    let text = metrics.text(gauges: [
      (
        "balise_outbox_messages", "Messages of the outbox by state.",
        OutboxEntry.State.allCases.map {
          (labels: "{state=\"\($0.rawValue)\"}", value: counts[$0] ?? 0)
        }
      ),
      (
        "balise_articles", "Articles of the site that is served.",
        [(labels: "", value: call.site.articles.count)]
      ),
      (
        "balise_site_stale", "Whether a newer build cannot be served.",
        [(labels: "", value: services.site.failure == nil ? 0 : 1)]
      ),
    ])
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store",
      ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
