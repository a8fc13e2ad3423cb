import Content

/// How numbers and dates read in a language.
///
/// French and English are built in; any other language writes dates as ISO 8601 does and groups
/// digits with a narrow no-break space.
struct LocaleFormat: Sendable {
  /// The language's primary subtag, such as `fr` of `fr-CA`.
  let language: String

  /// Makes the format of a language code.
  init(_ code: String) {
    language = String(code.prefix { $0 != "-" && $0 != "_" }).lowercased()
  }

  /// `2847` as `2 847` (U+202F) in French and `2,847` in English.
  func number(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var result = number < 0 ? "-" : ""
    let separator = language == "en" ? "," : "\u{202F}"
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += separator }
      result.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return result
  }

  /// A date in words: `3 mars 2026`, `3 March 2026`.
  func date(_ date: CalendarDate) -> String {
    let months: [String]
    switch language {
    case "fr": months = Self.frenchMonths
    case "en": months = Self.englishMonths
    default: return date.description
    }
    guard months.indices.contains(date.month - 1) else { return date.description }
    let day = language == "fr" && date.day == 1 ? "1er" : String(date.day)
    return "\(day)\u{A0}\(months[date.month - 1])\u{A0}\(date.year)"
  }

  /// A date given as `2026-03-03`; returned as it stands when it is no date.
  func date(iso text: String) -> String { CalendarDate(text).map(date) ?? text }

  /// Which plural form a count takes: `one` or `other`.
  func plural(_ count: Int) -> String {
    language == "fr" ? (abs(count) < 2 ? "one" : "other") : (abs(count) == 1 ? "one" : "other")
  }

  private static let frenchMonths = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
