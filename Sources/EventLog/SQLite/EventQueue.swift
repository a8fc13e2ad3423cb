import Synchronization

/// Collects events that arrive at the same time and has each group written in one go.
///
/// While one group is being flushed to the disk the next one gathers, so that many writers share
/// the cost of a flush, and a single one never waits for company. Events that nobody waits for gather
/// a moment longer: under load they then cost a few flushes a second and not hundreds.
final class EventQueue: Sendable {
  private struct Waiter {
    var events: [Event]
    var continuation: CheckedContinuation<Void, any Error>?
  }

  private struct State {
    var waiting: [Waiter] = []
    var eventCount = 0
    /// How many of those waiting have someone who waits for them.
    var urgentCount = 0
    var isWriting = false
    /// Whether a later start has been arranged.
    var isGathering = false
    var isClosed = false
    var idle: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())
  private let capacity: Int
  /// How long events gather that nobody waits for.
  private static let gathering = Duration.milliseconds(50)
  private let onFailure: @Sendable (EventLogError) -> Void
  private let write: @Sendable ([Event]) async throws -> Void

  init(
    capacity: Int, onFailure: @escaping @Sendable (EventLogError) -> Void,
    write: @escaping @Sendable ([Event]) async throws -> Void
  ) {
    self.capacity = capacity
    self.onFailure = onFailure
    self.write = write
  }

  /// Returns when the events are written, or throws why they are not.
  func append(_ events: [Event]) async throws {
    try await withCheckedThrowingContinuation { continuation in
      if let error = add(Waiter(events: events, continuation: continuation)) {
        continuation.resume(throwing: error)
      }
    }
  }

  /// Returns at once.
  func enqueue(_ event: Event) {
    if let error = add(Waiter(events: [event], continuation: nil)) {
      onFailure(error)
    }
  }

  /// Returns when nothing waits and nothing is being written.
  func flush() async {
    enum Outcome { case idle, waiting, start }
    await withCheckedContinuation { continuation in
      let outcome = state.withLock { state -> Outcome in
        guard state.isWriting || !state.waiting.isEmpty else { return .idle }
        state.idle.append(continuation)
        defer { state.isWriting = true }
        return state.isWriting ? .waiting : .start
      }
      switch outcome {
      case .idle: continuation.resume()
      case .waiting: break
      case .start: start()
      }
    }
  }

  func close() async {
    state.withLock { $0.isClosed = true }
    await flush()
  }

  /// Adds to the group that gathers; returns why it cannot.
  private func add(_ waiter: Waiter) -> EventLogError? {
    enum Outcome { case added, start, gather, refused(EventLogError) }
    let outcome = state.withLock { state -> Outcome in
      if state.isClosed {
        return .refused(EventLogError(code: .closed, message: "the event log has been closed"))
      }
      guard state.eventCount + waiter.events.count <= capacity else {
        return .refused(
          EventLogError(
            code: .overloaded,
            message: "more events arrive than the disk takes; \(state.eventCount) are waiting"))
      }
      state.waiting.append(waiter)
      state.eventCount += waiter.events.count
      if waiter.continuation != nil { state.urgentCount += 1 }
      if state.isWriting { return .added }
      guard state.urgentCount > 0 else {
        defer { state.isGathering = true }
        return state.isGathering ? .added : .gather
      }
      state.isWriting = true
      return .start
    }
    switch outcome {
    case .added: return nil
    case .refused(let error): return error
    case .start:
      start()
      return nil
    case .gather:
      startLater()
      return nil
    }
  }

  private func start() {
    Task.detached(priority: .userInitiated) { await self.drain() }
  }

  private func startLater() {
    Task.detached(priority: .userInitiated) {
      try? await Task.sleep(for: Self.gathering)
      let isWanted = self.state.withLock { state in
        state.isGathering = false
        guard !state.isWriting, !state.waiting.isEmpty else { return false }
        state.isWriting = true
        return true
      }
      if isWanted { await self.drain() }
    }
  }

  private func drain() async {
    var isFirst = true
    while let group = nextGroup(isFirst: isFirst) {
      isFirst = false
      do {
        try await write(group.flatMap(\.events))
        for waiter in group { waiter.continuation?.resume() }
      } catch let error as EventLogError where error.code == .shareExists && group.count > 1 {
        // One caller's mistake is not the others' loss.
        for waiter in group { await writeAlone(waiter) }
      } catch {
        for waiter in group { waiter.continuation?.resume(throwing: error) }
        report(error, of: group)
      }
    }
  }

  private func writeAlone(_ waiter: Waiter) async {
    do {
      try await write(waiter.events)
      waiter.continuation?.resume()
    } catch {
      waiter.continuation?.resume(throwing: error)
      report(error, of: [waiter])
    }
  }

  private func report(_ error: any Error, of group: [Waiter]) {
    guard group.contains(where: { $0.continuation == nil }) else { return }
    onFailure(EventLogError(error, path: "events"))
  }

  /// What to write next; nil when there is nothing, or nothing that is urgent.
  private func nextGroup(isFirst: Bool) -> [Waiter]? {
    enum Outcome { case group([Waiter]), idle([CheckedContinuation<Void, Never>]), gather }
    let outcome = state.withLock { state -> Outcome in
      guard !state.waiting.isEmpty else {
        state.isWriting = false
        defer { state.idle = [] }
        return .idle(state.idle)
      }
      if !isFirst, state.urgentCount == 0, state.idle.isEmpty {
        state.isWriting = false
        defer { state.isGathering = true }
        return state.isGathering ? .idle([]) : .gather
      }
      defer {
        state.waiting = []
        state.eventCount = 0
        state.urgentCount = 0
      }
      return .group(state.waiting)
    }
    switch outcome {
    case .group(let group): return group
    case .idle(let continuations):
      for continuation in continuations { continuation.resume() }
      return nil
    case .gather:
      startLater()
      return nil
    }
  }
}
