/// Finds the tags of a template, byte by byte.
///
/// The language is Mustache with inheritance, and without lambdas, dynamic partials and changes of
/// delimiters. Every tag keeps its position, so that a fault is reported where it is.
struct TemplateScanner {
  /// What is wrong with a template's syntax, and where.
  struct Fault: Sendable, Equatable {
    var range: Range<Int>
    var message: String
  }

  /// The tags in order.
  private(set) var tags: [TemplateTag] = []
  /// What could not be read.
  private(set) var faults: [Fault] = []
  private let bytes: [UInt8]
  private var index = 0

  /// Reads all tags of `bytes`.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while let open = find("{{", from: index) { readTag(at: open) }
  }

  private mutating func readTag(at open: Int) {
    var start = open + 2
    let sigil = start < bytes.count ? bytes[start] : 0
    var kind = TemplateTag.Kind.variable
    var ending = "}}"
    switch sigil {
    case UInt8(ascii: "{"): (kind, ending) = (.unescaped, "}}}")
    case UInt8(ascii: "&"): kind = .unescaped
    case UInt8(ascii: "#"): kind = .section
    case UInt8(ascii: "^"): kind = .inverted
    case UInt8(ascii: "/"): kind = .close
    case UInt8(ascii: ">"): kind = .partial
    case UInt8(ascii: "<"): kind = .parent
    case UInt8(ascii: "$"): kind = .block
    case UInt8(ascii: "!"): kind = .comment
    case UInt8(ascii: "="), UInt8(ascii: "%"):
      fail(open..<(open + 3), "a template may not change delimiters or content type")
      return
    default: start -= 1
    }
    start += 1
    guard let close = find(ending, from: start) else {
      fail(open..<lineEnd(from: open), "'{{' has no '\(ending)'")
      index = bytes.count
      return
    }
    index = close + ending.utf8.count
    append(kind, inside: start..<close, range: open..<index)
  }

  private mutating func append(
    _ kind: TemplateTag.Kind, inside: Range<Int>, range: Range<Int>
  ) {
    var inner = inside
    while let byte = bytes[inner].first, byte.isBlank {
      inner = (inner.startIndex + 1)..<inner.endIndex
    }
    while let byte = bytes[inner].last, byte.isBlank {
      inner = inner.startIndex..<(inner.endIndex - 1)
    }
    var tag = TemplateTag(kind: kind, name: "", transforms: [], range: range, nameRange: inner)
    if kind == .comment {
      tags.append(tag)
      return
    }
    let allowsSlash = kind == .partial || kind == .parent || kind == .close
    guard let bad = bytes[inner].firstIndex(where: { !Self.isName($0, slash: allowsSlash) }) else {
      guard readName(&tag, allowsDynamic: kind == .partial) else { return }
      tags.append(tag)
      return
    }
    let text = String(decoding: bytes[inner], as: UTF8.self)
    fail(bad..<(bad + 1), "'\(text)' is not a name")
  }

  /// Splits `count(articles)` into its transform and its name.
  private mutating func readName(_ tag: inout TemplateTag, allowsDynamic: Bool) -> Bool {
    var text = String(decoding: bytes[tag.nameRange], as: UTF8.self)[...]
    if text.isEmpty {
      fail(tag.range, "a tag needs a name")
      return false
    }
    if text.first == "*" {
      fail(tag.range, "a partial is named directly, not through a field")
      return false
    }
    while let open = text.firstIndex(of: "(") {
      guard text.last == ")" else { break }
      tag.transforms.append(String(text[..<open]))
      text = text[text.index(after: open)...].dropLast()
    }
    if text.contains(where: { $0 == "(" || $0 == ")" }) || (text.isEmpty && tag.transforms.isEmpty)
    {
      fail(tag.nameRange, "the brackets do not match")
      return false
    }
    tag.name = String(text)
    return true
  }

  private mutating func fail(_ range: Range<Int>, _ message: String) {
    faults.append(Fault(range: range.clamped(to: 0..<bytes.count), message: message))
    index = max(index, range.upperBound)
  }

  private func find(_ text: String, from start: Int) -> Int? {
    let pattern = Array(text.utf8)
    guard bytes.count >= pattern.count else { return nil }
    var index = start
    while index + pattern.count <= bytes.count {
      if bytes[index] == pattern[0], bytes[index..<(index + pattern.count)].elementsEqual(pattern) {
        return index
      }
      index += 1
    }
    return nil
  }

  private func lineEnd(from start: Int) -> Int {
    bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
  }

  private static func isName(_ byte: UInt8, slash: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "*"):
      true
    case UInt8(ascii: "/"): slash
    default: false
    }
  }
}

extension UInt8 {
  /// Whether this is a space, a tab or a line ending.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
