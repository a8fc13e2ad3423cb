/// A script as the pieces it is made of, to make it smaller and to follow what it imports.
///
/// Strings, templates and regular expressions are whole tokens, so nothing inside them is taken for
/// anything else. A slash after a value divides; `}` and `)` end values, so a statement must not begin
/// with a regular expression.
struct Script {
  /// What a token is.
  enum Kind {
    /// Blanks, line ends and comments, in any number.
    case gap
    case word, string, template, pattern, sign
  }

  /// A piece of the script.
  struct Token {
    var kind: Kind
    var range: Range<Int>
  }

  let source: [UInt8]
  private(set) var tokens: [Token] = []

  init(_ source: [UInt8]) {
    self.source = source
    var index = 0
    while index < source.count {
      let (kind, end) = token(at: index)
      tokens.append(Token(kind: kind, range: index..<end))
      index = end
    }
  }

  /// The script without comments and without the blanks and line ends that mean nothing.
  ///
  /// A line end stays wherever it might end a statement, and a blank where two tokens might become
  /// one. Comments that begin with `/*!` stay.
  func compacted() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var previous: Token?
    var gap = Gap.none
    for token in tokens {
      if token.kind == .gap {
        if source[token.range].starts(with: "/*!".utf8) { result += source[token.range] }
        gap = max(gap, source[token.range].contains(0x0A) ? .line : .blank)
        continue
      }
      if let previous, gap == .line, !endsNothing(previous, token) {
        result.append(0x0A)
      } else if let previous, gap == .blank, !isApart(previous, token) {
        result.append(0x20)
      }
      result += source[token.range]
      previous = token
      gap = .none
    }
    if previous != nil { result.append(0x0A) }
    return result
  }

  private enum Gap: Comparable { case none, blank, line }

  /// Whether no statement can end between two tokens, or ends there in any case.
  private func endsNothing(_ left: Token, _ right: Token) -> Bool {
    left.kind == .sign && ["{", "(", "[", ",", ";"].contains(text(left))
      || right.kind == .sign && ["}", ")", "]", ","].contains(text(right))
  }

  /// Whether two tokens are two without a blank.
  private func isApart(_ left: Token, _ right: Token) -> Bool {
    switch (left.kind, right.kind) {
    case (.sign, .sign):
      let brackets = ["(", ")", "{", "}", "[", "]", ",", ";", ":"]
      return brackets.contains(text(left)) || brackets.contains(text(right))
    case (.sign, .word): return text(left) != "."
    case (.word, .sign): return text(right) != "."
    case (.sign, .string), (.sign, .template), (.string, .sign), (.template, .sign): return true
    default: return false
    }
  }

  /// An address that is imported as it stands.
  struct Address {
    /// Where it is, without its quotes.
    var range: Range<Int>
    /// Whether it is imported by `import("./x.js")`, when that is reached.
    var isDynamic: Bool
  }

  /// The addresses that are imported.
  func imports() -> [Address] {
    var found: [Address] = []
    let significant = significantTokens
    for (place, token) in significant.enumerated() where token.kind == .string && place > 0 {
      var before = place - 1
      if text(significant[before]) == "(", before > 0 { before -= 1 }
      let word = text(significant[before])
      guard word == "import" || word == "from" && before == place - 1 else { continue }
      let range = (token.range.lowerBound + 1)..<(token.range.upperBound - 1)
      found.append(Address(range: range, isDynamic: before < place - 1))
    }
    return found
  }

  /// The script with other addresses in place of those that it imports.
  ///
  /// - Parameter address: what stands in place of an address, nil to leave it.
  /// - Returns: the whole script.
  func importing(_ address: (String) -> String?) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for range in imports().map(\.range) {
      guard let new = address(String(decoding: source[range], as: UTF8.self)) else { continue }
      result += source[position..<range.lowerBound]
      result += new.utf8
      position = range.upperBound
    }
    return result + source[position...]
  }

  /// What the script consists of besides gaps.
  var significantTokens: [Token] { tokens.filter { $0.kind != .gap } }

  /// A token as it is written.
  func text(_ token: Token) -> String {
    String(decoding: source[token.range], as: UTF8.self)
  }

  private func byte(_ index: Int) -> UInt8 { index < source.count ? source[index] : 0 }

  private func token(at index: Int) -> (Kind, Int) {
    switch source[index] {
    case 0...0x20:
      return (.gap, source[index...].firstIndex { $0 > 0x20 } ?? source.count)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return (.string, end(ofQuoted: index))
    case UInt8(ascii: "`"):
      return (.template, end(ofTemplate: index))
    case UInt8(ascii: "/") where byte(index + 1) == UInt8(ascii: "/"):
      return (.gap, source[index...].firstIndex(of: 0x0A) ?? source.count)
    case UInt8(ascii: "/") where byte(index + 1) == UInt8(ascii: "*"):
      return (.gap, end(ofComment: index))
    case UInt8(ascii: "/") where !followsValue:
      return (.pattern, end(ofPattern: index))
    case let byte where Script.isWord(byte):
      return (.word, source[index...].firstIndex { !Script.isWord($0) } ?? source.count)
    case UInt8(ascii: "+") where byte(index + 1) == UInt8(ascii: "+"),
      UInt8(ascii: "-") where byte(index + 1) == UInt8(ascii: "-"):
      return (.sign, index + 2)
    default:
      return (.sign, index + 1)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }

  /// Words after which a regular expression may stand, as after a sign.
  private static let operators: Set<String> = [
    "await", "case", "delete", "do", "else", "in", "instanceof", "new", "of", "return", "throw",
    "typeof", "void", "yield",
  ]

  /// Whether what was read last is a value, so that a slash divides.
  private var followsValue: Bool {
    guard let last = tokens.last(where: { $0.kind != .gap }) else { return false }
    switch last.kind {
    case .word: return !Script.operators.contains(text(last))
    case .sign: return [")", "]", "}", "++", "--"].contains(text(last))
    default: return true
    }
  }

  private func end(ofQuoted start: Int) -> Int {
    var index = start + 1
    while index < source.count, source[index] != source[start], source[index] != 0x0A {
      index += source[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, source.count)
  }

  private func end(ofComment start: Int) -> Int {
    var index = start + 2
    while index < source.count {
      if source[index] == UInt8(ascii: "*"), byte(index + 1) == UInt8(ascii: "/") {
        return index + 2
      }
      index += 1
    }
    return source.count
  }

  private func end(ofPattern start: Int) -> Int {
    var index = start + 1
    var isInClass = false
    while index < source.count, source[index] != 0x0A {
      switch source[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/") where !isInClass:
        // Flags are letters.
        return source[(index + 1)...].firstIndex { !Script.isWord($0) } ?? source.count
      default: break
      }
      index += 1
    }
    return min(index, source.count)
  }

  /// A template ends at its own backquote, not at those in what it embeds.
  private func end(ofTemplate start: Int) -> Int {
    var index = start + 1
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"): return index + 1
      case UInt8(ascii: "$") where byte(index + 1) == UInt8(ascii: "{"):
        let embedded = Script(Array(source[(index + 2)...]), untilBrace: true)
        index += 2 + (embedded.tokens.last?.range.upperBound ?? 0)
      default: index += 1
      }
    }
    return min(index, source.count)
  }

  /// Reads up to the brace that closes what was opened before.
  private init(_ source: [UInt8], untilBrace: Bool) {
    self.source = source
    var index = 0
    var depth = 1
    while index < source.count, depth > 0 {
      let (kind, end) = token(at: index)
      if kind == .sign, source[index] == UInt8(ascii: "{") { depth += 1 }
      if kind == .sign, source[index] == UInt8(ascii: "}") { depth -= 1 }
      tokens.append(Token(kind: kind, range: index..<end))
      index = end
    }
  }
}
