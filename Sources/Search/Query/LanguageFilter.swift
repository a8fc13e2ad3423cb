/// The language that a person asks for within the text of a search.
///
/// Each language has an index of its own, so this is read before an index is chosen:
/// `surchauffe lang:en`, on a site in `fr` and `en`, is `surchauffe` in `en`. Nothing is an error: a
/// language that the site does not have stays part of the text, as does what stands in quotes.
public struct LanguageFilter: Sendable, Equatable {
  /// The language as the site writes it; nil when none of its languages was asked for.
  public var language: String?
  /// The text without the filter.
  public var text: String

  /// Reads a text; the last language typed counts.
  ///
  /// - Parameters:
  ///   - text: What the person typed.
  ///   - languages: The codes of the site's languages.
  public init(_ text: String, languages: [String]) {
    guard text.utf8.contains(UInt8(ascii: ":")) else {
      self.text = text
      return
    }
    let bytes = Array(QuotedText.withPlainBlanks(text).utf8)
    var kept: [UInt8] = []
    var index = 0
    var language: String?
    while index < bytes.count {
      let isStart = index == 0 || bytes[index - 1] <= 0x20
      if let quoted = QuotedText.find(in: bytes, at: index) {
        kept += bytes[index..<quoted.end]
        index = quoted.end
      } else if isStart, let filter = Self.filter(bytes, at: index, languages) {
        language = filter.language
        index = filter.end
        // One of the blanks around the filter goes with it.
        if index < bytes.count {
          index += 1
        } else {
          while let last = kept.last, last <= 0x20 { kept.removeLast() }
        }
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    self.language = language
    self.text = language == nil ? text : String(decoding: kept, as: UTF8.self)
  }

  private static let names: Set<String> = ["lang", "language", "langue"]

  /// What people call a language instead of writing its code.
  private static let codes = [
    "french": "fr", "français": "fr", "francais": "fr", "english": "en", "anglais": "en",
  ]

  private static func filter(
    _ bytes: [UInt8], at start: Int, _ languages: [String]
  ) -> (language: String, end: Int)? {
    guard let typed = TypedFilter(bytes, at: start),
      names.contains(String(decoding: bytes[typed.name], as: UTF8.self).lowercased())
    else { return nil }
    let end = typed.wordEnd(in: bytes)
    let value = String(decoding: bytes[typed.valueStart..<end], as: UTF8.self).lowercased()
    return language(codes[value] ?? value, languages).map { ($0, end) }
  }

  /// The site's language for a code: itself, or the nearest that differs in its region only.
  private static func language(_ code: String, _ languages: [String]) -> String? {
    let base = code.prefix { $0 != "-" }
    guard !base.isEmpty else { return nil }
    return languages.first { $0.lowercased() == code } ?? languages.first {
      $0.lowercased() == base
    }
      ?? languages.first { $0.lowercased().prefix { $0 != "-" } == base }
  }
}
