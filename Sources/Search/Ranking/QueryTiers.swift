/// What puts documents ahead of others whatever their scores.
struct QueryTiers {
  private let exact: Set<Int>
  private let wordCount: Int
  /// For each word that must be there, the bits of the words that will do.
  private let required: [UInt64]

  init(query: Query, exact: Set<Int>) {
    self.exact = exact
    // Longer titles are not counted exactly.
    wordCount = query.wordCount < 32 ? query.wordCount : -1
    let content = query.contentWords
    let all = query.words.count { $0.term.role == .word && !$0.isJoined && !$0.isReplaced }
    guard all <= Ranking.longestShortQuery, !content.isEmpty else {
      required = []
      return
    }
    required = content.map { place in
      var bits: UInt64 = 1 << UInt64(place)
      for (other, word) in query.words.enumerated()
      where word.stands(for: query.words[place]) { bits |= 1 << UInt64(other) }
      return bits
    }
  }

  @inline(__always)
  func tier(of document: Int, _ cell: ScoringSpace.Cell, titleLength: Int) -> Int {
    if cell.titleWords == titleLength, titleLength == wordCount { return 2 }
    if !exact.isEmpty, exact.contains(document) { return 2 }
    let present = cell.present
    guard !required.isEmpty else { return 0 }
    return required.allSatisfy { $0 & present != 0 } ? 1 : 0
  }
}

extension Query.Word {
  /// Whether a document that has this word need not have another: this is the compound of which
  /// the other is a part, or the word that it makes with its neighbour.
  func stands(for other: Query.Word) -> Bool {
    parts > 0 && source == other.source || isJoined && source.contains(other.source.lowerBound)
  }
}
