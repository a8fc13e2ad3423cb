import BuiltSite
import EventLog
import HTTPTypes
import Hummingbird
import Logging
import Rendering

/// What the controllers share.
struct CompanionServices: Sendable {
  let site: LiveSite
  let store: any EventStore
  let templates: TemplateLibrary
  let logger: Logger
  /// Where customers reach the site; nil for what the site was built for.
  let baseURL: String?
  /// What is known of the use of articles.
  let signals: LiveSignals
  /// The queries that are being typed.
  let bursts = QueryBursts()
  /// What tells visitors apart for a day.
  let salt = DailySalt()
  /// Who has shown a token or a session that is one.
  let proofs = KnownProofs()
  /// Who followed which share link today.
  let trail = ShareTrail()
  /// The desks that are open.
  let live = LiveEvents()
  /// Origins whose pages may carry the widget, besides those that the site names.
  let widgetOrigins: Set<String>
  /// What open pages reload themselves with; nil where nobody writes.
  let reload: LiveReload?
  /// The folder of the content, for patches; nil where only the built site is known.
  var contentFolder: String?

  /// The proxies whose word counts.
  var proxies = TrustedProxies()

  /// How messages leave.
  var delivery = DeliverySettings(environment: [:], undo: .seconds(10))

  /// Where people reach this server: as configured, as built, or else as the request reached it.
  func address(_ call: Call) -> String {
    if let baseURL { return baseURL }
    let built = call.site.report.baseURL
    if !built.isEmpty { return built }
    return "http://" + (call.request.head.authority ?? "localhost")
  }

  /// Whether browsers reach this server over TLS, as far as its address says.
  func isSecure(_ call: Call) -> Bool { address(call).lowercased().hasPrefix("https://") }

  /// Stores an event before it returns, or refuses the request; once for all times that a request with
  /// a key is sent.
  func append(_ event: Event, once key: [UInt8]? = nil) async throws {
    do {
      try await store.append([key.map { .once(key: $0, event) } ?? event])
    } catch {
      throw storeFailure(error)
    }
  }

  /// Asks the store, or refuses the request.
  func ask<Answer: Sendable>(
    _ question: @Sendable (any EventStore) async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await question(store)
    } catch {
      throw storeFailure(error)
    }
  }

  /// Tells the open desks of whoever made a share what happened to it.
  func tell(ofShare id: String) async {
    guard !live.isIdle, let summary = try? await store.shareSummary(id: id) else { return }
    live.publish(.share(summary, site: site.snapshot))
  }

  /// The problem that a failure of the store is to whoever asks; the failure itself is logged.
  func storeFailure(_ error: any Error) -> ProblemDetails {
    logger.error("the event log cannot answer", metadata: ["reason": "\(error)"])
    return .storeUnavailable
  }
}
