/// One document of a ranking.
struct RankedDocument {
  var document: Int
  var score: Float
  /// 2 for a title, id or keyword equal to the query, 1 for all words of a short query, else 0.
  var tier: Int

  /// Whether this one comes first; ties go by document number.
  @inline(__always)
  func precedes(_ other: RankedDocument) -> Bool {
    if tier != other.tier { return tier > other.tier }
    if score != other.score { return score > other.score }
    return document < other.document
  }
}

/// Keeps the best documents seen so far, best first.
struct TopDocuments {
  private let limit: Int
  private(set) var ranked: [RankedDocument] = []
  /// The tier and the score of the last one when there are as many as are kept: a document of that tier,
  /// or a lower one, with a lower score need not be inserted.
  private(set) var leastTier = Int.min
  private(set) var leastScore = -Float.infinity

  init(limit: Int) {
    self.limit = max(0, limit)
    ranked.reserveCapacity(min(self.limit, 64) + 1)
  }

  var isFull: Bool { ranked.count >= limit }

  @inline(__always)
  mutating func insert(_ candidate: RankedDocument) {
    if ranked.count >= limit {
      guard let last = ranked.last, candidate.precedes(last) else { return }
      ranked.removeLast()
    }
    var low = 0
    var high = ranked.count
    while low < high {
      let middle = (low + high) / 2
      if ranked[middle].precedes(candidate) { low = middle + 1 } else { high = middle }
    }
    ranked.insert(candidate, at: low)
    if isFull, let last = ranked.last { (leastTier, leastScore) = (last.tier, last.score) }
  }
}
