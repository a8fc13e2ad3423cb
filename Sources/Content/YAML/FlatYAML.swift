/// Reads the YAML that front matter is made of: one key a line, with a text or a list of texts.
///
/// It knows plain and quoted texts of one line, `[a, b]`, comments and blank lines, and answers
/// nil for anything else, which is then read by a whole YAML parser. What it does read, it reads
/// as that one does.
struct FlatYAML {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var position: Int

  /// The keys of a part of a file; nil when it is not that simple.
  static func parse(_ bytes: [UInt8], _ range: Range<Int>) -> [YAMLEntry]? {
    bytes.withUnsafeBufferPointer { buffer in
      var parser = FlatYAML(bytes: buffer, end: range.upperBound, position: range.lowerBound)
      return parser.entries()
    }
  }

  private mutating func entries() -> [YAMLEntry]? {
    var entries: [YAMLEntry] = []
    while position < end {
      let start = position
      skipSpaces()
      if atLineEnd || byte == UInt8(ascii: "#") {
        guard skipLine() else { return nil }
        continue
      }
      guard position == start, let key = key() else { return nil }
      guard let value = value() else { return nil }
      entries.append(YAMLEntry(key: text(key), keyRange: key, value: value))
    }
    return entries
  }

  /// `name:` followed by a blank or the line's end.
  private mutating func key() -> Range<Int>? {
    let start = position
    guard byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A || byte == 0x5F else { return nil }
    while position < end, byte.isASCIIAlphanumeric || byte == 0x5F || byte == 0x2D { position += 1 }
    let key = start..<position
    guard position < end, byte == UInt8(ascii: ":") else { return nil }
    position += 1
    guard atLineEnd || byte == 0x20 else { return nil }
    return key
  }

  private mutating func value() -> YAMLNode? {
    let afterColon = position
    skipSpaces()
    let node: YAMLNode?
    if atLineEnd || byte == UInt8(ascii: "#") {
      node = YAMLNode(content: .scalar("", isPlain: true), range: afterColon..<afterColon)
    } else if byte == UInt8(ascii: "[") {
      node = list()
    } else if byte == 0x22 || byte == 0x27 {
      node = quoted()
    } else {
      node = plain(inList: false)
    }
    guard let node, endsLine() else { return nil }
    return node
  }

  private mutating func list() -> YAMLNode? {
    let start = position
    position += 1
    var items: [YAMLNode] = []
    while true {
      skipSpaces()
      guard position < end, !atLineEnd else { return nil }
      if byte == UInt8(ascii: "]") {
        position += 1
        return YAMLNode(content: .sequence(items), range: start..<position)
      }
      let isQuoted = byte == 0x22 || byte == 0x27
      guard let item = isQuoted ? quoted() : plain(inList: true) else { return nil }
      items.append(item)
      skipSpaces()
      guard position < end else { return nil }
      if byte == UInt8(ascii: ",") {
        position += 1
      } else if byte != UInt8(ascii: "]") {
        return nil
      }
    }
  }

  /// A text in quotation marks without escapes.
  private mutating func quoted() -> YAMLNode? {
    let start = position
    let mark = byte
    position += 1
    while position < end, byte != mark {
      guard isOrdinary, byte != 0x5C || mark == 0x27 else { return nil }
      position += 1
    }
    guard position < end else { return nil }
    let inner = (start + 1)..<position
    position += 1
    guard position == end || byte != mark else { return nil }
    return YAMLNode(content: .scalar(text(inner), isPlain: false), range: start..<position)
  }

  /// A text without quotation marks, on one line.
  private mutating func plain(inList: Bool) -> YAMLNode? {
    let start = position
    guard Self.beginsPlain(byte) else { return nil }
    var last = start
    while position < end, !atLineEnd {
      guard isOrdinary else { return nil }
      switch byte {
      case UInt8(ascii: ":"):
        // Inside a list any colon may begin a value; elsewhere only one before a blank.
        let next = position + 1
        guard !inList, next < end, bytes[next] > 0x20 else { return nil }
      case UInt8(ascii: "#") where bytes[position - 1] == 0x20:
        return YAMLNode(content: .scalar(text(start..<last), isPlain: true), range: start..<last)
      case UInt8(ascii: ","), UInt8(ascii: "]"):
        guard inList else { break }
        return YAMLNode(content: .scalar(text(start..<last), isPlain: true), range: start..<last)
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "?"):
        guard !inList else { return nil }
      default: break
      }
      position += 1
      if bytes[position - 1] != 0x20 { last = position }
    }
    guard !inList else { return nil }
    return YAMLNode(content: .scalar(text(start..<last), isPlain: true), range: start..<last)
  }

  /// Whether the rest of the line is blank or a comment, and the next line with something on it
  /// begins with a key, so that nothing is continued.
  private mutating func endsLine() -> Bool {
    skipSpaces()
    guard atLineEnd || (byte == UInt8(ascii: "#") && bytes[position - 1] == 0x20) else {
      return false
    }
    guard skipLine() else { return false }
    var ahead = self
    while ahead.position < end {
      let lineStart = ahead.position
      ahead.skipSpaces()
      guard ahead.atLineEnd else {
        return ahead.position == lineStart
      }
      guard ahead.skipLine() else { return false }
    }
    return true
  }

  private static func beginsPlain(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte >= 0x80 || [0x28, 0x2B, 0x2E, 0x2F, 0x5F, 0x7E].contains(byte)
  }

  private var byte: UInt8 { position < end ? bytes[position] : 0x0A }
  private var atLineEnd: Bool { byte == 0x0A || byte == 0x0D }

  /// Whether the byte is neither a control character nor part of a character that YAML takes for
  /// a line break or refuses: U+0080–U+009F, U+2028, U+2029, U+FEFF, U+FFFE.
  private var isOrdinary: Bool {
    switch byte {
    case 0x20...0x7E: true
    case 0xC2: position + 1 < end && bytes[position + 1] >= 0xA0
    case 0xE2:
      !(position + 2 < end && bytes[position + 1] == 0x80 && bytes[position + 2] & 0xFE == 0xA8)
    case 0xEF: position + 1 < end && bytes[position + 1] != 0xBB && bytes[position + 1] != 0xBF
    case 0x80...0xFF: true
    default: false
    }
  }

  private mutating func skipSpaces() {
    while position < end, bytes[position] == 0x20 { position += 1 }
  }

  /// Goes to the next line; false at a lone carriage return or a character that YAML refuses.
  private mutating func skipLine() -> Bool {
    while position < end, !atLineEnd {
      guard isOrdinary else { return false }
      position += 1
    }
    guard position < end else { return true }
    if bytes[position] == 0x0D {
      guard position + 1 < end, bytes[position + 1] == 0x0A else { return false }
      position += 1
    }
    position += 1
    return true
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
