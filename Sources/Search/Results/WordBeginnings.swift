/// How the words that match begin, to pass over most of a text unread.
struct WordBeginnings {
  private var firstBytes = [Bool](repeating: false, count: 256)
  /// For each first letter, of 0x60 to 0x7F, a bit for each second one.
  private var firstPairs = [UInt32](repeating: 0, count: 32)

  /// Adds a folded word that matches.
  mutating func insert(_ folded: ArraySlice<UInt8>) {
    guard let first = folded.first else { return }
    firstBytes[Int(first)] = true
    guard let second = folded.dropFirst().first else { return }
    if first >> 5 == 3, second >> 5 == 3 {
      firstPairs[Int(first & 31)] |= 1 << UInt32(second & 31)
    }
  }

  /// Whether reading a word is worth while: it, or what may be a part of it, begins as a matching
  /// word does.
  @inline(__always)
  func mayMatch(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if mayBegin(bytes, range.lowerBound, range.upperBound) { return true }
    var position = range.lowerBound + 1
    var atPart = false
    while position < range.upperBound {
      let byte = bytes[position]
      // Capitals, digits and signs, and the lead byte of typographic ones, may begin a part.
      if byte == 0xE2 { return true }
      if atPart || byte < 0x61 {
        if mayBegin(bytes, position, range.upperBound) { return true }
        atPart = byte < 0x41 || byte == 0x5F
      }
      position += 1
    }
    return false
  }

  @inline(__always)
  private func mayBegin(_ bytes: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
    let first = WordBeginnings.lower(bytes[position])
    if first >= 0x80 { return firstLetters(UTF8Coding.decode(bytes, at: position).scalar) }
    guard position + 1 < end else { return firstBytes[Int(first)] }
    let second = WordBeginnings.lower(bytes[position + 1])
    // A digit is a word of its own before a letter.
    guard first >= 0x61, second >= 0x61, second < 0x80 else { return firstBytes[Int(first)] }
    return firstPairs[Int(first & 31)] >> UInt32(second & 31) & 1 == 1
  }

  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Whether a matching word begins as the fold of a letter above ASCII does.
  private func firstLetters(_ scalar: UInt32) -> Bool {
    var folded: [UInt8] = []
    LetterMap.shared.appendFolded(LetterMap.shared.lower(scalar), to: &folded)
    return folded.first.map { firstBytes[Int($0)] } ?? true
  }
}
