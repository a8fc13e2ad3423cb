import Digest
import EventLog
import Synchronization

/// Tells visitors apart for a day, and for one thing only.
///
/// What it gives is a digest of who they seem to be, of what it is for, and of a salt that is drawn
/// each day, is never written down, and is gone the day after. So nobody can find out who it was, nor
/// that two of them were the same.
final class DailySalt: Sendable {
  private struct State {
    var day: Int64 = .min
    var salt: [UInt8] = []
  }

  private let state = Mutex(State())

  /// A digest of a visitor.
  ///
  /// - Parameters:
  ///   - key: who they seem to be; nil gives a digest that nobody else gets.
  ///   - purpose: what it is for, such as a vote on one article.
  ///   - time: when.
  /// - Returns: 16 bytes.
  func digest(of key: [UInt8]?, for purpose: String, at time: Timestamp = .now) -> [UInt8] {
    guard let key else { return Self.random(16) }
    let salt = state.withLock { state in
      if state.day != time.day {
        state.day = time.day
        state.salt = Self.random(32)
      }
      return state.salt
    }
    return Array(SHA256.hash(salt + SHA256.hash(Array(purpose.utf8)) + key).prefix(16))
  }

  private static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
