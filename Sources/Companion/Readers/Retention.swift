import EventLog
import Logging
import Synchronization

/// Forgets what is older than the site keeps it, once a day.
final class Retention: Sendable {
  private let services: CompanionServices
  private let lastDay = Mutex<Int64?>(nil)

  init(services: CompanionServices) { self.services = services }

  /// Forgets, unless it has been done today with the same number of days.
  func apply(now: Timestamp = .now) async {
    let first = now.day - Int64(services.site.snapshot.description.retentionDays)
    guard lastDay.withLock({ $0 }) != first else { return }
    do {
      let rows = try await services.store.forget(before: first)
      lastDay.withLock { $0 = first }
      if rows > 0 {
        services.logger.notice("old events were forgotten", metadata: ["rows": "\(rows)"])
      }
    } catch {
      services.logger.error("old events cannot be forgotten", metadata: ["reason": "\(error)"])
    }
  }
}
