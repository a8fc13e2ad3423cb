/// A span of time as people type it: `30m`, `24h`, `90d`.
struct TimeSpan {
  let duration: Duration

  /// Reads a span; nil for anything else, and for more than a hundred years.
  init?(_ text: String) {
    let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int64(text.dropLast()),
      count > 0, count <= 36_500 * 1440
    else { return nil }
    duration = .seconds(count * unit)
  }
}
