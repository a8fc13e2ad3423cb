/// Text as mail servers pass it on unharmed (RFC 2045 §6.7).
enum QuotedPrintable {
  /// The encoded form, in lines of at most 76 characters that end in CRLF.
  static func encoded(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var column = 0
    func append(_ piece: [UInt8], _ isLast: Bool) {
      // One place is kept for the `=` of a soft line break.
      if column + piece.count > (isLast ? 76 : 75) {
        result += [UInt8(ascii: "="), 0x0D, 0x0A]
        column = 0
      }
      result += piece
      column += piece.count
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let bytes = Array(line.utf8)
      for (index, byte) in bytes.enumerated() {
        let isLast = index == bytes.count - 1
        let isSpace = byte == 0x20 || byte == 0x09
        let isPlain =
          (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
          && !(byte == UInt8(ascii: ".") && column == 0)
        append(isPlain || isSpace && !isLast ? [byte] : escape(byte), isLast)
      }
      result += [0x0D, 0x0A]
      column = 0
    }
    return result
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
