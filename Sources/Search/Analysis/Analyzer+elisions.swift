extension Analyzer {
  private static let apostrophe: UInt32 = 0x27

  /// Takes a word apart at its apostrophes.
  ///
  /// `l'ail` leaves `ail` and appends the term of `le`; `user's` leaves `user`; `don't` leaves
  /// `dont`; `aujourd'hui` leaves itself.
  func splitElisions(_ letters: Letters, into terms: inout [Term]) -> [Letters] {
    guard letters.scalars.contains(Analyzer.apostrophe) else { return [letters] }
    var ranges = letters.ranges(separatedBy: Analyzer.apostrophe)
    if language == .french {
      while ranges.count > 1, let first = ranges.first {
        let rest = ranges.flatMap { letters.scalars[$0] }
        if Elision.isOneWord(Array(SurfaceKey(scalars: rest).folded)) { break }
        let folded = Array(SurfaceKey(scalars: letters.scalars[first]).folded)
        guard let expansion = Elision.expansion(of: folded) else { break }
        terms.append(term(expansion.map(UInt32.init)))
        ranges.removeFirst()
      }
    }
    if ranges.count > 1, let last = ranges.last, letters.scalars[last].elementsEqual([0x73]) {
      ranges.removeLast()
    }
    guard ranges.count > 1 else { return ranges.map { letters[$0] } }
    // What is left is a contraction or a name: one word, as most people type it.
    var joined = Letters()
    for range in ranges {
      for index in range {
        // A capital after the apostrophe, as in O'Brien, begins no new word.
        joined.append(letters.scalars[index], upper: index == 0 && letters.upper[index])
      }
    }
    return [joined]
  }
}
