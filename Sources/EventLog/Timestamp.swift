import Foundation

/// An instant, as whole milliseconds since 1970-01-01 UTC, as the event log stores it.
public struct Timestamp: Sendable, Hashable, Comparable {
  /// Milliseconds since 1970-01-01T00:00:00Z; negative before.
  public let milliseconds: Int64

  /// An instant from its milliseconds since 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The present, by the machine's clock.
  public static var now: Timestamp {
    Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }

  /// The days since 1970-01-01 UTC, rounded down.
  public var day: Int64 {
    let perDay = Self.millisecondsPerDay
    return (milliseconds - (milliseconds % perDay + perDay) % perDay) / perDay
  }

  /// This instant moved by a duration, back in time when that is negative.
  public func advanced(by duration: Duration) -> Timestamp {
    let (seconds, attoseconds) = duration.components
    return Timestamp(
      milliseconds: milliseconds &+ seconds &* 1000 &+ attoseconds / 1_000_000_000_000_000)
  }

  /// Whether the first instant is before the second.
  public static func < (first: Timestamp, second: Timestamp) -> Bool {
    first.milliseconds < second.milliseconds
  }

  static let millisecondsPerDay: Int64 = 86_400_000
}
