import Synchronization

@testable import EventLog

/// What a store reported about events nobody waited for.
final class Reported: Sendable {
  private let errors = Mutex<[EventLogError]>([])

  var codes: [EventLogError.Code] { errors.withLock { $0.map(\.code) } }

  func add(_ error: EventLogError) { errors.withLock { $0.append(error) } }
}
