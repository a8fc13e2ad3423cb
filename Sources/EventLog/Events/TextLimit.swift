/// How many bytes of UTF-8 of each text are kept: enough for what people write, and no more.
enum TextLimit {
  static let identifier = 320
  static let language = 35
  static let query = 400
  static let note = 4000
  static let hash = 32
}

extension String {
  /// The text cut to a number of bytes between two characters, control characters made spaces.
  func bounded(to limit: Int) -> String {
    var bytes = 0
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      bytes += UTF8.width(scalar)
      guard bytes <= limit else { break }
      let isControl = scalar.value < 0x20 || scalar.value == 0x7F
      result.append(isControl && scalar != "\n" ? " " : scalar)
    }
    return String(result)
  }

  /// A query as it is counted: in lower case, words apart by single spaces.
  var normalizedQuery: String {
    let text = lowercased()
    var result = String.UnicodeScalarView()
    result.reserveCapacity(text.utf8.count)
    var isApart = false
    for scalar in text.unicodeScalars {
      if Self.isSpace(scalar) {
        isApart = !result.isEmpty
      } else {
        if isApart { result.append(" ") }
        isApart = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Most of what is typed is ASCII, where tables need not be asked.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
      : scalar.properties.isWhitespace
  }
}
