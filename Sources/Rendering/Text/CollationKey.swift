/// Orders words as a reader of French or English looks for them: accents and case last.
struct CollationKey: Comparable, Sendable {
  private let folded: String
  private let original: String

  /// Makes the key of a word.
  init(_ text: String) {
    folded = Self.fold(text)
    original = text
  }

  static func < (first: CollationKey, second: CollationKey) -> Bool {
    (first.folded, first.original) < (second.folded, second.original)
  }

  /// The letter that an index lists a word under: `É` under `E`, digits and signs under `#`.
  static func initial(of text: String) -> String {
    for scalar in fold(text).unicodeScalars where scalar.properties.isAlphabetic || isDigit(scalar)
    {
      return isDigit(scalar) ? "#" : String(scalar).uppercased()
    }
    return "#"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  /// The text in lower case without accents.
  private static func fold(_ text: String) -> String {
    let lower = text.lowercased()
    if lower.utf8.allSatisfy({ $0 < 0x80 }) { return lower }
    var result = ""
    for character in lower {
      if let plain = letters[character] { result += plain } else { result.append(character) }
    }
    return result
  }

  /// Letters of the Latin alphabets of Europe with what they sort as; keyed by Character, so that
  /// composed and decomposed forms are one.
  private static let letters: [Character: String] = {
    let groups = [
      "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđ", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ",
      "i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöøōŏő",
      "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ",
      "z": "źżž", "ae": "æ", "oe": "œ", "ss": "ß",
    ]
    var result: [Character: String] = [:]
    for (plain, accented) in groups {
      for character in accented { result[character] = plain }
    }
    return result
  }()
}
