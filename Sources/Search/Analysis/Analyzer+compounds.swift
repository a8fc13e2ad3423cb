extension Analyzer {
  private static let hyphen: UInt32 = 0x2D
  private static let point: UInt32 = 0x2E
  /// More parts than this in one word are not split off.
  private static let mostParts = 12

  /// Appends the terms of a word without apostrophes: the word, and its parts if it is compound.
  ///
  /// `BT_N_003` gives `btn003`, `bt`, `n`, `003`; `foxBMS` gives `foxbms`, `fox`, `bms`; `48V`
  /// gives `48v`, `48`, `v`; `pouvez-vous` gives only its two words.
  func splitCompound(_ letters: Letters, into terms: inout [Term]) {
    let hyphenated = letters.ranges(separatedBy: Analyzer.hyphen)
    let parts = hyphenated.map { Analyzer.parts(of: letters, in: $0) }
    let atoms = parts.joined().prefix(Analyzer.mostParts)
    if hyphenated.count == 1, atoms.first == hyphenated.first {
      terms.append(term(letters.scalars[hyphenated[0]]))
      return
    }
    if !endsInClitic(letters, hyphenated) {
      let whole = letters.scalars.filter { $0 != Analyzer.hyphen }
      terms.append(term(whole, role: .compound))
    }
    if hyphenated.count > 1 {
      for (range, inner) in zip(hyphenated, parts).prefix(Analyzer.mostParts)
      where inner.count > 1 {
        terms.append(term(letters.scalars[range], role: .compound))
      }
    }
    for atom in atoms { terms.append(term(letters.scalars[atom])) }
  }

  private func endsInClitic(_ letters: Letters, _ hyphenated: [Range<Int>]) -> Bool {
    guard language == .french, hyphenated.count > 1, let last = hyphenated.last else {
      return false
    }
    return Elision.isClitic(Array(SurfaceKey(scalars: letters.scalars[last]).folded))
  }

  /// Cuts at changes between letters and digits, and at capitals inside a word.
  private static func parts(of letters: Letters, in range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range.dropFirst() where isBoundary(letters, before: index, in: range, start) {
      parts.append(start..<index)
      start = index
    }
    parts.append(start..<range.upperBound)
    // 0x351 is found by 351; its prefix says nothing.
    if parts.count > 2, letters.scalars[parts[0]].elementsEqual([0x30]),
      letters.scalars[parts[1]].elementsEqual([0x78])
    {
      return [(range.lowerBound + 2)..<range.upperBound]
    }
    return parts
  }

  private static func isBoundary(
    _ letters: Letters, before index: Int, in range: Range<Int>, _ start: Int
  ) -> Bool {
    let left = letters.scalars[index - 1]
    let right = letters.scalars[index]
    let leftIsNumber = left < 0x3A
    let rightIsNumber = right < 0x3A
    if leftIsNumber != rightIsNumber { return true }
    if leftIsNumber { return false }
    // Both are letters: foxBMS, BMSConfig. Single letters as in iPhone or kWh stay where they are.
    let isEnd = index + 1 >= range.upperBound
    if letters.upper[index], !letters.upper[index - 1] {
      return index - start > 1 && !isEnd && letters.scalars[index + 1] >= 0x3A
    }
    if letters.upper[index], letters.upper[index - 1], !isEnd, !letters.upper[index + 1],
      letters.scalars[index + 1] >= 0x3A
    {
      return index - start > 1 && index + 2 < range.upperBound
        && letters.scalars[index + 2] >= 0x3A
    }
    return false
  }
}
