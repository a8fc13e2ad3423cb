/// A piece of raw HTML.
enum HTMLToken {
  case text(Range<Int>)
  case startTag(HTMLTag)
  case endTag(String, Range<Int>)
  /// A comment, a doctype, a CDATA section or a processing instruction.
  case comment(Range<Int>)
  /// A tag or comment that the fragment's end cuts off.
  case incomplete(Range<Int>)
}

/// A start tag.
struct HTMLTag {
  /// In lower case.
  var name: String
  var attributes: [HTMLAttribute] = []
  var range: Range<Int>
}

/// An attribute of a start tag.
struct HTMLAttribute {
  /// In lower case.
  var name: String
  /// Without quotes, as written.
  var value: ArraySlice<UInt8>
  /// Where the value stands.
  var range: Range<Int> { value.startIndex..<value.endIndex }
  /// The value with character references resolved.
  var decodedValue: String { String(decoding: decodingReferences(value), as: UTF8.self) }
}

/// Cuts a fragment of raw HTML into tokens as browsers do.
///
/// Ranges are the slice's indices. What ends outside the fragment is reported as incomplete, so that nothing of one fragment can
/// reach into what follows it.
struct HTMLTokenizer {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  /// Starts at the beginning of a fragment.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The next token, or nil at the end.
  mutating func next() -> HTMLToken? {
    guard index < bytes.endIndex else { return nil }
    let start = index
    if bytes[index] != 0x3C || !isMarkup(at: index) {
      index += 1
      while index < bytes.endIndex, bytes[index] != 0x3C || !isMarkup(at: index) { index += 1 }
      return .text(start..<index)
    }
    switch bytes[index + 1] {
    case 0x21, 0x3F: return comment()
    case 0x2F: return endTag()
    default: return startTag()
    }
  }

  /// Appends the fragment's text without tags and without what scripts and styles hold.
  func appendText(to result: inout [UInt8]) {
    var tokenizer = self
    var hidden: String?
    while let token = tokenizer.next() {
      switch token {
      case .text(let range):
        if hidden == nil { result.append(contentsOf: decodingReferences(bytes[range])) }
      case .startTag(let tag): if HTMLPolicy.dropsContent(tag.name) { hidden = hidden ?? tag.name }
      case .endTag(let name, _): if name == hidden { hidden = nil }
      default: break
      }
    }
  }

  private func isMarkup(at index: Int) -> Bool {
    guard index + 1 < bytes.endIndex else { return false }
    switch bytes[index + 1] {
    case 0x21, 0x3F: return true
    case 0x2F: return index + 2 < bytes.endIndex && isLetter(bytes[index + 2])
    default: return isLetter(bytes[index + 1])
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private mutating func rest(from start: Int) -> HTMLToken {
    index = bytes.endIndex
    return .incomplete(start..<index)
  }

  private mutating func comment() -> HTMLToken {
    let start = index
    if bytes[start...].starts(with: [0x3C, 0x21, 0x2D, 0x2D]) {
      index = start + 4
      // `<!-->` and `<!--->` are whole comments.
      if bytes[index...].starts(with: [0x3E]) || bytes[index...].starts(with: [0x2D, 0x3E]) {
        index += bytes[index] == 0x3E ? 1 : 2
        return .comment(start..<index)
      }
      while index < bytes.endIndex {
        if bytes[index] == 0x3E, index >= start + 6, bytes[index - 1] == 0x2D,
          bytes[index - 2] == 0x2D
        {
          index += 1
          return .comment(start..<index)
        }
        if bytes[index] == 0x3E, index >= start + 7, bytes[index - 1] == 0x21,
          bytes[index - 2] == 0x2D, bytes[index - 3] == 0x2D
        {
          index += 1
          return .comment(start..<index)
        }
        index += 1
      }
      return rest(from: start)
    }
    if bytes[start...].starts(with: Array("<![CDATA[".utf8)) {
      index = start + 9
      while index < bytes.endIndex {
        if bytes[index] == 0x3E, index >= start + 11, bytes[index - 1] == 0x5D,
          bytes[index - 2] == 0x5D
        {
          index += 1
          return .comment(start..<index)
        }
        index += 1
      }
      return rest(from: start)
    }
    guard let close = bytes[start...].firstIndex(of: 0x3E) else { return rest(from: start) }
    index = close + 1
    return .comment(start..<index)
  }

  private mutating func name() -> String {
    let start = index
    while index < bytes.endIndex, !isSpace(bytes[index]), bytes[index] != 0x2F,
      bytes[index] != 0x3E
    { index += 1 }
    return lowercased(start..<index)
  }

  private func lowercased(_ range: Range<Int>) -> String {
    String(
      decoding: bytes[range].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private mutating func endTag() -> HTMLToken {
    let start = index
    index += 2
    let name = name()
    guard let close = bytes[index...].firstIndex(of: 0x3E) else { return rest(from: start) }
    index = close + 1
    return .endTag(name, start..<index)
  }

  private mutating func startTag() -> HTMLToken {
    let start = index
    index += 1
    var tag = HTMLTag(name: name(), range: start..<start)
    while true {
      while index < bytes.endIndex, isSpace(bytes[index]) || bytes[index] == 0x2F { index += 1 }
      guard index < bytes.endIndex else { return rest(from: start) }
      if bytes[index] == 0x3E {
        index += 1
        tag.range = start..<index
        return .startTag(tag)
      }
      guard let attribute = attribute() else { return rest(from: start) }
      tag.attributes.append(attribute)
    }
  }

  /// An attribute; nil when its quote is never closed.
  private mutating func attribute() -> HTMLAttribute? {
    let start = index
    index += 1
    while index < bytes.endIndex, !isSpace(bytes[index]), bytes[index] != 0x2F,
      bytes[index] != 0x3E, bytes[index] != 0x3D
    { index += 1 }
    let name = lowercased(start..<index)
    var next = index
    while next < bytes.endIndex, isSpace(bytes[next]) { next += 1 }
    guard next < bytes.endIndex, bytes[next] == 0x3D else {
      return HTMLAttribute(name: name, value: bytes[index..<index])
    }
    index = next + 1
    while index < bytes.endIndex, isSpace(bytes[index]) { index += 1 }
    guard index < bytes.endIndex else { return nil }
    let begin: Int
    let quote = bytes[index]
    if quote == 0x22 || quote == 0x27 {
      begin = index + 1
      guard let close = bytes[begin...].firstIndex(of: quote) else { return nil }
      index = close + 1
      return HTMLAttribute(name: name, value: bytes[begin..<close])
    }
    begin = index
    while index < bytes.endIndex, !isSpace(bytes[index]), bytes[index] != 0x3E { index += 1 }
    return HTMLAttribute(name: name, value: bytes[begin..<index])
  }
}
