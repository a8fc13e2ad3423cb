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

/// Keeps the best documents seen so far.
struct TopDocuments {
  private let limit: Int
  /// In order, unless many are kept; then there may be twice as many.
  private var kept: [RankedDocument] = []
  /// Up to so many a new one is put into its place; more are put in order now and then.
  private static let few = 256
  /// The tier and the score of the last one when there are as many as are kept: a document of that tier,
  /// or a lower one, with a lower score need not be inserted.
  private(set) var leastTier = Int.min
  private(set) var leastScore = -Float.infinity

  init(limit: Int) {
    self.limit = max(0, limit)
    kept.reserveCapacity(min(self.limit, 64) + 1)
  }

  var isFull: Bool { kept.count >= limit }

  /// The documents, best first.
  var ranked: [RankedDocument] {
    limit <= Self.few ? kept : Array(kept.sorted { $0.precedes($1) }.prefix(limit))
  }

  @inline(__always)
  mutating func insert(_ candidate: RankedDocument) {
    guard limit <= Self.few else { return insertAmongMany(candidate) }
    if kept.count >= limit {
      guard let last = kept.last, candidate.precedes(last) else { return }
      kept.removeLast()
    }
    var low = 0
    var high = kept.count
    while low < high {
      let middle = (low + high) / 2
      if kept[middle].precedes(candidate) { low = middle + 1 } else { high = middle }
    }
    kept.insert(candidate, at: low)
    if isFull, let last = kept.last { (leastTier, leastScore) = (last.tier, last.score) }
  }

  private mutating func insertAmongMany(_ candidate: RankedDocument) {
    kept.append(candidate)
    guard kept.count >= 2 * limit else { return }
    kept = ranked
    if let last = kept.last { (leastTier, leastScore) = (last.tier, last.score) }
  }
}
