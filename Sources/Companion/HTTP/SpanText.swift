/// A span of time as people write it: `30m`, `12h`, `90d`.
enum SpanText {
  /// The span; nil for anything else, and for none at all.
  static func duration(_ text: String) -> Duration? {
    let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), text.utf8.count <= 8,
      let count = Int64(text.dropLast()), count > 0
    else { return nil }
    return .seconds(count * unit)
  }
}
