/// What puts documents ahead of others whatever their scores.
struct QueryTiers {
  private let exact: Set<Int>
  /// For each word that must be there, the bits of the words that will do.
  private let required: [UInt64]

  init(query: Query, exact: Set<Int>) {
    self.exact = exact
    let content = query.contentWords
    let all = query.words.count { $0.term.role == .word }
    guard all <= Ranking.longestShortQuery, !content.isEmpty else {
      required = []
      return
    }
    required = content.map { place in
      var bits: UInt64 = 1 << UInt64(place)
      for (other, word) in query.words.enumerated()
      where word.parts > 0 && word.source == query.words[place].source {
        bits |= 1 << UInt64(other)
      }
      return bits
    }
  }

  @inline(__always)
  func tier(of document: Int, present: UInt64) -> Int {
    if exact.contains(document) { return 2 }
    guard !required.isEmpty else { return 0 }
    return required.allSatisfy { $0 & present != 0 } ? 1 : 0
  }
}
