extension Timestamp: CustomStringConvertible {
  /// The instant as RFC 3339 has it, in UTC to the second: `2026-01-31T09:05:00Z`.
  public var description: String {
    let (year, month, dayOfMonth) = Self.civilDate(daysSince1970: day)
    let second = (milliseconds - day * Self.millisecondsPerDay) / 1000
    let time = [second / 3600, second / 60 % 60, second % 60].map(Self.twoDigits)
    return Self.digits(year, count: 4) + "-" + Self.twoDigits(month) + "-"
      + Self.twoDigits(dayOfMonth) + "T" + time.joined(separator: ":") + "Z"
  }

  /// The day alone, in UTC: `2026-01-31`.
  public var date: String {
    String(description.prefix { $0 != "T" })
  }

  /// Year, month and day of the Gregorian calendar, counted in eras of 400 years from a 1 March.
  private static func civilDate(daysSince1970: Int64) -> (Int64, Int64, Int64) {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth)
  }

  private static func twoDigits(_ number: Int64) -> String { digits(number, count: 2) }

  private static func digits(_ number: Int64, count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
