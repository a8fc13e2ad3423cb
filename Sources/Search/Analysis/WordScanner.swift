/// Cuts UTF-8 text into words as they are written, compounds and elisions still in one piece.
///
/// `L'état-de-charge (48 V)` gives `L'état-de-charge`, `48` and `V`.
struct WordScanner {
  /// Words longer than this many bytes are cut, so that no input makes an unbounded term.
  static let longestWord = 96

  /// Where the next search for a word begins.
  private(set) var position = 0

  /// Finds the next word at or after ``position``.
  ///
  /// - Parameter bytes: The same text at every call.
  /// - Returns: The bytes of the word, or nil at the end.
  @inline(__always)
  mutating func next(in bytes: Span<UInt8>) -> Range<Int>? {
    let count = bytes.count
    var index = position
    while index < count {
      let (kind, length) = WordScanner.classify(bytes, at: index)
      switch kind {
      case .letter, .digit:
        let end = WordScanner.endOfWord(bytes, from: index)
        position = end
        return index..<end
      case .lone:
        position = index + length
        return index..<(index + length)
      case .degree:
        let end = WordScanner.endOfDegree(bytes, after: index + length, sign: length)
        position = end
        return index..<end
      default:
        index += length
      }
    }
    position = count
    return nil
  }

  @inline(__always)
  private static func classify(_ bytes: Span<UInt8>, at index: Int) -> (ScalarClass, Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (ScalarClass.ascii(byte), 1) }
    let (scalar, length) = UTF8Coding.decode(bytes, at: index)
    return (ScalarClass.beyondASCII(scalar), length)
  }

  @inline(__always)
  private static func endOfWord(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    var previous = ScalarClass.separator
    while index < bytes.count {
      let (kind, length) = classify(bytes, at: index)
      if index + length - start > longestWord { return index }
      switch kind {
      case .letter, .digit:
        previous = kind
        index += length
      case .extender:
        index += length
      case .apostrophe, .hyphen:
        guard index + length < bytes.count else { return index }
        let (following, followingLength) = classify(bytes, at: index + length)
        guard following == .letter || following == .digit,
          index + length + followingLength - start <= longestWord
        else { return index }
        index += length
      case .decimal:
        guard previous == .digit, index + 1 < bytes.count,
          ScalarClass.ascii(bytes[index + 1]) == .digit, index + 2 - start <= longestWord
        else { return index }
        index += 1
      case .separator, .lone, .degree:
        return index
      }
    }
    return index
  }

  private static func endOfDegree(_ bytes: Span<UInt8>, after index: Int, sign: Int) -> Int {
    // U+2103 and U+2109 already carry their letter.
    guard sign == 2, index < bytes.count else { return index }
    switch bytes[index] | 0x20 {
    case UInt8(ascii: "c"), UInt8(ascii: "f"):
      if index + 1 < bytes.count {
        let (kind, _) = classify(bytes, at: index + 1)
        if kind == .letter || kind == .digit { return index }
      }
      return index + 1
    default:
      return index
    }
  }
}
