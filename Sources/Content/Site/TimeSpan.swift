/// A span of time as people type it: `30m`, `24h`, `90d`.
public struct TimeSpan: Hashable, Sendable {
  /// How many seconds it has.
  public let seconds: Int

  /// The span as the clock has it.
  public var duration: Duration { .seconds(seconds) }

  /// Makes a span of seconds.
  public init(seconds: Int) { self.seconds = seconds }

  /// Reads a span; nil for anything else, and for more than a hundred years.
  public init?(_ text: String) {
    let units: [Character: Int] = ["m": 60, "h": 3600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()),
      count > 0, count <= 36_500 * 1440
    else { return nil }
    seconds = count * unit
  }
}
