extension ReportPeriod {
  /// Reads when a period starts, as commands and addresses say it.
  ///
  /// `30d`, `12h`, `8w` and `45m` are spans back from now, `2026-01-31` is the start of a day in
  /// UTC, and `all` is all time. Anything else gives nil.
  public init?(since text: String, now: Timestamp = .now) {
    if text == "all" {
      self = .all
      return
    }
    if let date = Self.date(text) {
      self = .since(date)
      return
    }
    let seconds: Int64? =
      switch text.last {
      case "w": 604_800
      case "d": 86_400
      case "h": 3600
      case "m": 60
      default: nil
      }
    guard let seconds, let number = Self.number(text.dropLast(), atMost: 100_000) else {
      return nil
    }
    self = .since(now.advanced(by: .seconds(number * seconds) * -1))
  }

  /// The start of a day of the Gregorian calendar: `2026-01-31`.
  private static func date(_ text: String) -> Timestamp? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      let year = number(parts[0], atMost: 9999), let month = number(parts[1], atMost: 12),
      let day = number(parts[2], atMost: 31), month >= 1, day >= 1
    else { return nil }
    // Years that begin on 1 March end with the leap day.
    let shifted = month <= 2 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    let days =
      365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * monthFromMarch + 2) / 5
      + day - 1 - 719_468
    let result = Timestamp(milliseconds: days * Timestamp.millisecondsPerDay)
    // 30 February is not 2 March.
    return result.date == text ? result : nil
  }

  private static func number(_ text: Substring, atMost limit: Int64) -> Int64? {
    let areDigits = text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard areDigits, let number = Int64(text), number <= limit else { return nil }
    return number
  }
}
