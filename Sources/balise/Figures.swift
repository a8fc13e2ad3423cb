/// Numbers as the command line shows them.
enum Figures {
  /// Groups of three digits, kept together by narrow no-break spaces: `2 847`.
  static func count(_ number: Int) -> String {
    var result = ""
    let digits = String(number.magnitude)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "\u{202F}" }
      result.append(digit)
    }
    return (number < 0 ? "-" : "") + result
  }

  /// A count with its noun: `1 article`, `2 847 articles`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(count(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A size in decimal units: `812 B`, `14.2 kB`, `55.0 MB`.
  static func bytes(_ number: Int) -> String {
    switch number {
    case ..<1000: "\(number) B"
    case ..<1_000_000: "\(tenths(Double(number) / 1e3)) kB"
    case ..<1_000_000_000: "\(tenths(Double(number) / 1e6)) MB"
    default: "\(tenths(Double(number) / 1e9)) GB"
    }
  }

  /// A time: `38 ms`, `1.9 s`.
  static func duration(_ duration: Duration) -> String {
    let seconds = duration / .seconds(1)
    return seconds < 1 ? "\(Int((seconds * 1000).rounded())) ms" : "\(tenths(seconds)) s"
  }

  /// A number with one decimal: `14.2`.
  static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(count(tenths / 10)).\(tenths % 10)"
  }
}
