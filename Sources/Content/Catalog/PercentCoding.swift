/// The escapes of addresses (RFC 3986).
enum PercentCoding {
  /// A text with `%C3%A9` read as `é`; nil when what is escaped is not UTF-8.
  ///
  /// A `%` without two hexadecimal digits stands for itself.
  static func decoded(_ text: String) -> String? {
    guard text.utf8.contains(0x25) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(validating: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
