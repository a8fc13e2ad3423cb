import EventLog
import Synchronization

/// Tells the desks that are open what happens.
final class LiveEvents: Sendable {
  /// Something that happened.
  struct Item: Sendable {
    /// What the browser listens for; nil for a sign of life.
    var name: String?
    /// What it is told.
    var data: JSONValue = .null
    /// The agent whose desks are told; nil for all.
    var agent: String?
    /// What may be done by those who are told; nil for all.
    var scope: AccessScope?

    /// What keeps a silent connection open.
    static let heartbeat = Item(name: nil)

    /// A request of a reader or an agent, for those who may read requests; others see how many wait.
    static func request(_ request: HelpRequest) -> Item {
      Item(name: "request", data: RequestController.json(request), scope: .content)
    }

    /// Something that happened to a share, for whoever made it.
    static func share(_ summary: ShareSummary, site: SiteSnapshot) -> Item {
      Item(
        name: "share", data: ShareJSON.news(summary, site: site), agent: summary.share.agent,
        scope: .shares)
    }

    /// The numbers of the day.
    static func figures(_ figures: DeskFigures) -> Item {
      Item(name: "figures", data: DeskController.json(figures))
    }

    /// Whether somebody is told.
    func isFor(_ principal: Principal) -> Bool {
      (agent == nil || agent == principal.name)
        && scope.map { principal.scopes.contains($0) } != false
    }

    /// The item as `text/event-stream` has it.
    var text: String {
      guard let name else { return ": \n\n" }
      // JSON is written on one line.
      return "event: \(name)\ndata: \(String(decoding: data.bytes, as: UTF8.self))\n\n"
    }
  }

  private struct Listener {
    var principal: Principal
    var continuation: AsyncStream<Item>.Continuation
  }

  private struct State {
    var listeners: [Int: Listener] = [:]
    var next = 0
  }

  private let state = Mutex(State())
  /// How many desks may be open; each keeps a connection.
  private static let mostListeners = 1_000
  /// What a desk that does not read misses.
  private static let buffered = 100

  /// Whether nobody listens.
  var isIdle: Bool { state.withLock { $0.listeners.isEmpty } }

  /// What an agent's desk is told from now on; nil if there are too many.
  func listen(_ principal: Principal) -> AsyncStream<Item>? {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Item.self, bufferingPolicy: .bufferingNewest(Self.buffered))
    let number = state.withLock { state -> Int? in
      guard state.listeners.count < Self.mostListeners else { return nil }
      state.next += 1
      state.listeners[state.next] = Listener(principal: principal, continuation: continuation)
      return state.next
    }
    guard let number else { return nil }
    continuation.onTermination = { [weak self] _ in
      _ = self?.state.withLock { $0.listeners.removeValue(forKey: number) }
    }
    return stream
  }

  /// Tells everyone whom it is for; the number of desks that were told.
  @discardableResult
  func publish(_ item: Item) -> Int {
    let listeners = state.withLock { state in
      state.listeners.values.filter { item.isFor($0.principal) }
    }
    for listener in listeners { listener.continuation.yield(item) }
    return listeners.count
  }

  /// Tells some no more: what let them listen has ended.
  func end(where isOver: (Principal) -> Bool) {
    let listeners = state.withLock { state in
      state.listeners.values.filter { isOver($0.principal) }
    }
    // Each takes itself off the list, for which the lock has to be free.
    for listener in listeners { listener.continuation.finish() }
  }
}
