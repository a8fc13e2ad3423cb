import Dispatch
public import EventLog

/// Hands over what is due, until it is told to stop.
///
/// Each message is claimed with a lease that is longer than handing over can take; so one message is
/// in one hand. A server that dies while it hands over loses its lease, and the message is tried
/// again, with the same id.
public struct Outbox: Sendable {
  /// What it says of its work, for a log: never an address, and nothing that a message says.
  public enum Notice: Sendable, Hashable {
    /// A message was handed over.
    case sent(share: String?, channel: String)
    /// A message will be tried again.
    case postponed(share: String?, channel: String, fault: String)
    /// A message was given up.
    case died(share: String?, channel: String, fault: String)
    /// The store does not answer.
    case storeFailed(String)

    /// The share whose message it is; nil for other messages.
    public var share: String? {
      switch self {
      case .sent(let share, _), .postponed(let share, _, _), .died(let share, _, _): share
      case .storeFailed: nil
      }
    }
  }

  private let store: any ShareStore
  private let plan: RetryPlan
  private let routes: @Sendable () -> DeliveryRoutes
  private let notify: @Sendable (Notice) -> Void

  /// How long a claim lasts: longer than any transport's patience, and soon over after a crash.
  static let lease = Duration.seconds(30)
  /// How often to look; a read of an index.
  static let interval = Duration.milliseconds(250)
  /// How many messages are handed over at once.
  static let width = 4

  /// An outbox over a store.
  ///
  /// - Parameters:
  ///   - store: Where messages wait.
  ///   - plan: When to try again.
  ///   - routes: Where messages go, asked before each.
  ///   - notify: Told of what happens.
  public init(
    store: any ShareStore, plan: RetryPlan = RetryPlan(),
    routes: @escaping @Sendable () -> DeliveryRoutes,
    notify: @escaping @Sendable (Notice) -> Void = { _ in }
  ) {
    self.store = store
    self.plan = plan
    self.routes = routes
    self.notify = notify
  }

  /// Hands over what is due until the task is cancelled; what is under way is finished first.
  public func run() async {
    while !Task.isCancelled {
      let count = await sendDue()
      if count < Self.width { try? await Task.sleep(for: Self.interval) }
    }
  }

  /// Hands over what is due now, once; returns how many were tried.
  @discardableResult
  public func sendDue() async -> Int {
    do {
      let entries = try await store.claimMessages(limit: Self.width, lease: Self.lease, at: .now)
      await withTaskGroup(of: Void.self) { group in
        // Being told to stop must not keep what was sent from being noted: that would send it twice.
        for entry in entries { group.addTask { await Task.detached { await send(entry) }.value } }
      }
      return entries.count
    } catch {
      notify(.storeFailed("\(error)"))
      return 0
    }
  }

  private func send(_ entry: OutboxEntry) async {
    let outcome = await outcome(of: entry)
    do {
      try await store.settle(entry, outcome, at: .now)
    } catch {
      notify(.storeFailed("\(error)"))
    }
    switch outcome {
    case .sent: notify(.sent(share: entry.shareID, channel: entry.channel))
    case .retry(_, let fault):
      notify(.postponed(share: entry.shareID, channel: entry.channel, fault: fault))
    case .dead(let fault):
      notify(.died(share: entry.shareID, channel: entry.channel, fault: fault))
    }
  }

  private func outcome(of entry: OutboxEntry) async -> OutboxOutcome {
    do {
      guard let message = OutgoingMessage(stored: entry.message) else {
        return .dead(fault: "the stored message cannot be read")
      }
      let routes = routes()
      // A transfer blocks: it must not take a thread that answers requests.
      try await Self.blocking { () throws(DeliveryFailure) in
        switch message {
        case .mail(let mail):
          guard let server = routes.mail else {
            throw DeliveryFailure(isPermanent: false, "no mail server is set up")
          }
          try MailTransport.send(mail, to: server)
        case .chat(let chat):
          guard let receiver = routes.chat else {
            throw DeliveryFailure(isPermanent: false, "no chat is set up")
          }
          try WebhookTransport.send(
            receiver.request(chat, seconds: Timestamp.now.milliseconds / 1000))
        }
      }
      return .sent
    } catch {
      let delay =
        error.isPermanent
        ? nil
        : plan.delay(
          after: entry.failures + 1, least: error.retryAfter, spread: Double.random(in: 0...1))
      return delay.map { .retry(at: Timestamp.now.advanced(by: $0), fault: error.description) }
        ?? .dead(fault: error.description)
    }
  }

  private static let queue = DispatchQueue(label: "outbox", attributes: .concurrent)

  private static func blocking(
    _ work: @escaping @Sendable () throws(DeliveryFailure) -> Void
  ) async throws(DeliveryFailure) {
    let result = await withCheckedContinuation {
      (continuation: CheckedContinuation<Result<Void, DeliveryFailure>, Never>) in
      queue.async { continuation.resume(returning: Result(catching: work)) }
    }
    try result.get()
  }
}
