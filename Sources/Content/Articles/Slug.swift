/// An article's part of its address: `reset-password` in `/en/articles/reset-password/`.
public enum Slug {
  /// The longest slug, in bytes of UTF-8: file systems take 255 for a folder's name.
  public static let maximumLength = 200

  /// Whether a text may be part of an address as it stands.
  ///
  /// Letters in lower case and digits, with `-`, `_` and single `.` between them. Letters of other
  /// scripts are kept; Latin letters have no accents.
  public static func isValid(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      isLetter(first), isLetter(last), text.utf8.count <= maximumLength
    else { return false }
    var previous = first
    for scalar in text.unicodeScalars {
      let isMark = scalar == "-" || scalar == "_" || scalar == "."
      guard isMark || isLetter(scalar) else { return false }
      if scalar == ".", previous == "." { return false }
      previous = scalar
    }
    return true
  }

  /// A slug for a title or a file's name: lower case, accents folded, hyphens between words.
  ///
  /// `L’été à 40 °C` gives `l-ete-a-40-c`. Never empty: `article` when nothing remains.
  public static func make(from text: String) -> String {
    var result = String.UnicodeScalarView()
    var needsHyphen = false
    func append(_ letters: String) {
      if needsHyphen, !result.isEmpty { result.append("-") }
      needsHyphen = false
      result.append(contentsOf: letters.unicodeScalars)
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: append(String(scalar))
      case 0x41...0x5A: append(String(Unicode.Scalar(UInt8(scalar.value) | 0x20)))
      case 0x0300...0x036F: break
      case 0...0x7F: needsHyphen = true
      default:
        if let folded = LatinLetters.fold(scalar) {
          append(folded)
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          append(scalar.properties.lowercaseMapping)
        } else {
          needsHyphen = true
        }
      }
    }
    while String(result).utf8.count > maximumLength { result.removeLast() }
    while result.last == "-" { result.removeLast() }
    return result.isEmpty ? "article" : String(result)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: true
    case 0...0x7F, 0x0300...0x036F: false
    default:
      LatinLetters.fold(scalar) == nil
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        && !scalar.properties.changesWhenLowercased
    }
  }
}
