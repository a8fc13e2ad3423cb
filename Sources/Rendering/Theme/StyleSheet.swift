/// Makes style sheets smaller without changing what they say.
enum StyleSheet {
  /// `css` without comments, line ends and blanks that say nothing; quoted strings are kept as they are.
  ///
  /// `a > b { color: red; }` becomes `a>b{color:red}`. A blank before a colon stays, as `a :hover` is not
  /// `a:hover`, and so do those around `+` and `-`, which `calc()` needs.
  static func compacted(_ css: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(css.count)
    var index = 0
    var quote: UInt8?
    var isBlank = false
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
      } else if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        isBlank = true
      } else {
        if isBlank, let last = result.last, !isTight(after: last), !isTight(before: byte) {
          result.append(0x20)
        }
        isBlank = false
        if byte == UInt8(ascii: "}"), result.last == UInt8(ascii: ";") { result.removeLast() }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
        result.append(byte)
      }
      index += 1
    }
    if !result.isEmpty { result.append(0x0A) }
    return result
  }

  /// Whether a blank after this byte says nothing.
  private static func isTight(after byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","),
      UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: "("):
      true
    default: false
    }
  }

  /// Whether a blank before this byte says nothing.
  private static func isTight(before byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","),
      UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "!"):
      true
    default: false
    }
  }
}
