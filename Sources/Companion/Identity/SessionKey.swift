import EventLog
import Synchronization

/// The key that signs sessions: the store's, read once.
final class SessionKey: Sendable {
  private let known = Mutex<[UInt8]?>(nil)

  /// The 32 bytes of the key.
  func bytes(_ services: CompanionServices) async throws -> [UInt8] {
    if let key = known.withLock({ $0 }) { return key }
    let key = try await services.ask { try await $0.secret(named: "session") }
    known.withLock { $0 = key }
    return key
  }
}
