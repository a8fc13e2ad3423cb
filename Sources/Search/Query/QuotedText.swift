/// Text between quotation marks: `"…"`, `“…”`, `«…»` or `„…“`.
enum QuotedText {
  private static let pairs: [(open: [UInt8], close: [UInt8])] = [
    ("\"", "\""), ("“", "”"), ("«", "»"), ("„", "“"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// A text in which no-break spaces, as French has them before a colon, are spaces like any other.
  static func withPlainBlanks(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0xC2 || $0 == 0xE2 }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(["\u{A0}", "\u{2007}", "\u{202F}"].contains(scalar) ? " " : scalar)
    }
    return String(scalars)
  }

  /// A text without the marks of its quotes.
  static func withoutMarks(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard let quoted = find(in: bytes, at: index) else {
        output.append(bytes[index])
        index += 1
        continue
      }
      // French quotes have spaces within.
      output += bytes[quoted.inner].drop { $0 == 0x20 }
      while output.last == 0x20 { output.removeLast() }
      index = quoted.end
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Whether a mark may begin with a byte: they begin with one of three, and hardly any letter does.
  @inline(__always)
  static func mayBegin(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0xC2 || byte == 0xE2 }

  /// The text between the marks that open at `index`, and where what follows begins; nil when no
  /// mark opens there or none closes it.
  static func find(in bytes: [UInt8], at index: Int) -> (inner: Range<Int>, end: Int)? {
    guard mayBegin(bytes[index]) else { return nil }
    for pair in pairs where bytes[index...].starts(with: pair.open) {
      let start = index + pair.open.count
      var end = start
      while end < bytes.count {
        if bytes[end...].starts(with: pair.close) { return (start..<end, end + pair.close.count) }
        end += 1
      }
    }
    return nil
  }
}
