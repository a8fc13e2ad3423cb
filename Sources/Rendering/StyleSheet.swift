/// Makes style sheets smaller without changing what they say.
enum StyleSheet {
  /// `css` without comments, indentation and empty lines; quoted strings are kept as they are.
  static func compacted(_ css: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(css.count)
    var index = 0
    var quote: UInt8?
    while index < css.count {
      let byte = css[index]
      if let open = quote {
        result.append(byte)
        if byte == UInt8(ascii: "\\"), index + 1 < css.count {
          index += 1
          result.append(css[index])
        } else if byte == open {
          quote = nil
        }
      } else if byte == UInt8(ascii: "/"), index + 1 < css.count,
        css[index + 1] == UInt8(ascii: "*")
      {
        index += 2
        while index + 1 < css.count,
          css[index] != UInt8(ascii: "*") || css[index + 1] != UInt8(ascii: "/")
        {
          index += 1
        }
        index += 1
      } else if byte == 0x20 || byte == 0x09 {
        if let last = result.last, last != 0x0A, last != 0x20 { result.append(0x20) }
      } else if byte == 0x0A || byte == 0x0D {
        while result.last == 0x20 { result.removeLast() }
        if let last = result.last, last != 0x0A { result.append(0x0A) }
      } else {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
        result.append(byte)
      }
      index += 1
    }
    if let last = result.last, last != 0x0A { result.append(0x0A) }
    return result
  }
}
