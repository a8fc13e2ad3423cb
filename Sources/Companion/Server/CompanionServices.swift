import EventLog
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
  /// What open pages reload themselves with; nil where nobody writes.
  let reload: LiveReload?

  /// Stores events before it returns, or refuses the request.
  func append(_ event: Event) async throws {
    do {
      try await store.append([event])
    } catch {
      logger.error("an event could not be stored", metadata: ["reason": "\(error)"])
      throw ProblemDetails.storeUnavailable
    }
  }

  /// Asks the store, or refuses the request.
  func ask<Answer: Sendable>(
    _ question: @Sendable (any EventStore) async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await question(store)
    } catch {
      logger.error("the event log cannot answer", metadata: ["reason": "\(error)"])
      throw ProblemDetails.storeUnavailable
    }
  }
}
