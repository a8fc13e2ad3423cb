/// What a set of times comes to, in microseconds.
struct TimeSummary: Encodable, CustomStringConvertible {
  let median: Double
  let p99: Double
  let mean: Double
  let worst: Double

  /// Sums up times, of which there is at least one.
  init(_ times: [Duration]) {
    let sorted = times.map(Self.value).sorted()
    func at(_ share: Double) -> Double {
      sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
    median = at(0.5)
    p99 = at(0.99)
    mean = (sorted.reduce(0, +) / Double(sorted.count) * 10).rounded() / 10
    worst = at(1)
  }

  var description: String {
    "median \(Self.padded(median))  99 % \(Self.padded(p99))  mean \(Self.padded(mean))"
      + "  worst \(Self.padded(worst))"
  }

  /// Microseconds, to a tenth.
  static func value(_ duration: Duration) -> Double {
    (duration / .microseconds(1) * 10).rounded() / 10
  }

  /// A figure of which columns can be made.
  static func padded(_ value: Double) -> String {
    let text = "\(value)"
    return String(repeating: " ", count: max(0, 9 - text.count)) + text
  }
}
