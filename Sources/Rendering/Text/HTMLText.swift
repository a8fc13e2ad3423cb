/// Escapes text for HTML and XML.
public enum HTMLText {
  /// `text` with `& < > " '` as references; the same string when there is none.
  ///
  /// `Tom & "Jo"` gives `Tom &amp; &quot;Jo&quot;`. Right in text, in quoted attributes, and in XML.
  public static func escaped(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes -> String? in
      guard bytes.contains(where: isSpecial) else { return nil }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + 32)
      append(escaping: bytes, to: &result)
      return String(decoding: result, as: UTF8.self)
    } ?? text
  }

  /// `text` as ``escaped(_:)`` gives it, and without characters that XML does not allow.
  static func xml(_ text: String) -> String {
    let isAllowed = text.unicodeScalars.allSatisfy(isXMLCharacter)
    if isAllowed { return escaped(text) }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(isXMLCharacter(scalar) ? scalar : "\u{FFFD}")
    }
    return escaped(String(scalars))
  }

  /// Appends `bytes` as ``escaped(_:)`` gives them.
  static func append(escaping bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    var done = 0
    for index in bytes.indices where isSpecial(bytes[index]) {
      result += bytes[done..<index]
      append(bytes[index], to: &result)
      done = index + 1
    }
    result += bytes[done...]
  }

  private static func append(_ byte: UInt8, to result: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): result += "&amp;".utf8
    case UInt8(ascii: "<"): result += "&lt;".utf8
    case UInt8(ascii: ">"): result += "&gt;".utf8
    case UInt8(ascii: "\""): result += "&quot;".utf8
    case UInt8(ascii: "'"): result += "&#39;".utf8
    default: result.append(byte)
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  private static func isXMLCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
