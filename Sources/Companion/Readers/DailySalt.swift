import Digest
import EventLog
import Synchronization

/// Tells visitors apart for a day, and for one thing only.
///
/// What it gives is a digest of who they seem to be, of what it is for, and of a salt that is drawn
/// each day, is never written down, and is gone the day after. So nobody can find out who it was, nor
/// that two of them were the same.
final class DailySalt: Sendable {
  private struct Salt {
    var day: Int64
    var bytes: [UInt8]
  }

  /// The latest salt last.
  private let salts = Mutex<[Salt]>([])
  private let keptDays: Int64

  /// Salts of which each is gone after some days: the next one, unless told otherwise.
  init(keptDays: Int64 = 1) { self.keptDays = keptDays }

  /// A digest of a visitor.
  ///
  /// - Parameters:
  ///   - key: who they seem to be; nil gives a digest that nobody else gets.
  ///   - purpose: what it is for, such as a vote on one article.
  ///   - time: when.
  /// - Returns: 16 bytes.
  func digest(of key: [UInt8]?, for purpose: String, at time: Timestamp = .now) -> [UInt8] {
    key.flatMap { digests(of: $0, for: purpose, at: time).first } ?? Self.random(16)
  }

  /// What a visitor's digest is, and was on the days whose salts are kept, the latest first.
  func digests(of key: [UInt8], for purpose: String, at time: Timestamp = .now) -> [[UInt8]] {
    let purpose = SHA256.hash(Array(purpose.utf8))
    return salts(on: time.day).reversed().map {
      Array(SHA256.hash($0.bytes + purpose + key).prefix(16))
    }
  }

  private func salts(on day: Int64) -> [Salt] {
    salts.withLock { salts in
      if salts.last?.day != day {
        salts.removeAll { !(day - keptDays + 1..<day).contains($0.day) }
        salts.append(Salt(day: day, bytes: Self.random(32)))
      }
      return salts
    }
  }

  private static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
