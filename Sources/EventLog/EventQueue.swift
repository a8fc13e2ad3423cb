import Synchronization

/// Collects events that arrive at the same time and has each group written in one go.
///
/// While one group is being flushed to the disk the next one gathers, so that many writers share
/// the cost of a flush, and a single one never waits for company.
final class EventQueue: Sendable {
  private struct Waiter {
    var events: [Event]
    var continuation: CheckedContinuation<Void, any Error>?
  }

  private struct State {
    var waiting: [Waiter] = []
    var eventCount = 0
    var isWriting = false
    var isClosed = false
    var idle: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())
  private let capacity: Int
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
    await withCheckedContinuation { continuation in
      let isIdle = state.withLock { state in
        if state.isWriting { state.idle.append(continuation) }
        return !state.isWriting
      }
      if isIdle { continuation.resume() }
    }
  }

  func close() async {
    state.withLock { $0.isClosed = true }
    await flush()
  }

  /// Adds to the group that gathers; returns why it cannot.
  private func add(_ waiter: Waiter) -> EventLogError? {
    enum Outcome { case added, start, refused(EventLogError) }
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
      defer { state.isWriting = true }
      return state.isWriting ? .added : .start
    }
    switch outcome {
    case .added: return nil
    case .refused(let error): return error
    case .start:
      Task.detached(priority: .userInitiated) { await self.drain() }
      return nil
    }
  }

  private func drain() async {
    while let group = nextGroup() {
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

  private func nextGroup() -> [Waiter]? {
    let (group, idle) = state.withLock { state in
      let group = state.waiting
      state.waiting = []
      state.eventCount = 0
      guard group.isEmpty else { return (group, [CheckedContinuation<Void, Never>]()) }
      state.isWriting = false
      defer { state.idle = [] }
      return (group, state.idle)
    }
    for continuation in idle { continuation.resume() }
    return group.isEmpty ? nil : group
  }
}
