/// Writes JSON: a value tree whose objects keep the order they were given.
enum JSONText {
  case string(String)
  case number(Int)
  case bool(Bool)
  case null
  case array([JSONText])
  case object([(String, JSONText)])

  /// The value as text on one line, without spaces.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The value as UTF-8.
  var bytes: [UInt8] {
    var result: [UInt8] = []
    write(to: &result)
    return result
  }

  /// Appends the value.
  ///
  /// `<`, `>` and `&` are written as `\u003c`, `\u003e` and `\u0026`, so that the text may stand in
  /// a `<script>` element whatever it holds; U+2028 and U+2029 are escaped for old scripts.
  func write(to result: inout [UInt8]) {
    switch self {
    case .string(let text): Self.write(text, to: &result)
    case .number(let number): result += String(number).utf8
    case .bool(let value): result += (value ? "true" : "false").utf8
    case .null: result += "null".utf8
    case .array(let values):
      result.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { result.append(UInt8(ascii: ",")) }
        value.write(to: &result)
      }
      result.append(UInt8(ascii: "]"))
    case .object(let fields):
      result.append(UInt8(ascii: "{"))
      for (index, field) in fields.enumerated() {
        if index > 0 { result.append(UInt8(ascii: ",")) }
        Self.write(field.0, to: &result)
        result.append(UInt8(ascii: ":"))
        field.1.write(to: &result)
      }
      result.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to result: inout [UInt8]) {
    result.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "\""): result += "\\\"".utf8
        case UInt8(ascii: "\\"): result += "\\\\".utf8
        case UInt8(ascii: "\n"): result += "\\n".utf8
        case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0x7F:
          result += "\\u00".utf8
          result.append(hexDigit(byte >> 4))
          result.append(hexDigit(byte & 15))
        case 0xE2 where bytes.isLineSeparator(at: index):
          result += (bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8
          index += 2
        default: result.append(byte)
        }
        index += 1
      }
    }
    result.append(UInt8(ascii: "\""))
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether U+2028 or U+2029 begins here.
  fileprivate func isLineSeparator(at index: Int) -> Bool {
    index + 2 < count && self[index + 1] == 0x80
      && (self[index + 2] == 0xA8 || self[index + 2] == 0xA9)
  }
}
