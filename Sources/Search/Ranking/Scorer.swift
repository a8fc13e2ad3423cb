/// Scores all documents for one query.
///
/// Sums run in a fixed order, word by word and field by field, in 32-bit floating point, so that
/// another reader of the same index gets the same scores to the last bit.
struct Scorer {
  let index: InvertedIndex
  /// Documents of which every share of the score is written down.
  let traced: Set<Int>

  private(set) var scores: [Float]
  /// Which words of the query each document has, a bit a word.
  private(set) var present: [UInt64]
  /// The documents that have any, in order of their numbers once scoring is over.
  private(set) var matched: [Int] = []
  private(set) var traces: [Int: [Explanation]] = [:]

  private let isTracing: Bool
  private var counts: [UInt64]
  private var best: [Float]

  init(index: InvertedIndex, traced: Set<Int> = []) {
    self.index = index
    self.traced = traced
    isTracing = !traced.isEmpty
    scores = [Float](repeating: 0, count: index.documentCount)
    present = [UInt64](repeating: 0, count: index.documentCount)
    counts = [UInt64](repeating: 0, count: index.documentCount)
    best = [Float](repeating: 0, count: index.documentCount)
  }

  mutating func run(_ query: Query, _ matches: [WordMatch]) {
    for (place, word) in query.words.enumerated() {
      var weight = word.term.isStopWord ? Ranking.stopWordWeight : 1
      if word.term.role == .compound { weight *= Ranking.compoundWeight }
      add(matches[place], bit: 1 << UInt64(place), weight: weight, word: word)
    }
    for pair in query.pairs { add(pair, query, matches) }
    sortMatched()
  }

  private mutating func sortMatched() {
    if matched.count < scores.count / 16 {
      matched.sort()
    } else {
      matched = present.indices.filter { present[$0] != 0 }
    }
  }

  /// Adds one word: the best of its alternatives, and the spelling that was typed.
  private mutating func add(
    _ match: WordMatch, bit: UInt64, weight: Float, word: Query.Word
  ) {
    var touched: [Int] = []
    var labels: [Int: Explanation] = [:]
    for alternative in match.alternatives {
      let share = alternative.weight * weight
      accumulate(alternative.members) { scorer, document, value in
        guard alternative.neighbours.allSatisfy({ scorer.hasPair($0, document) }) else { return }
        let value = value * share
        if scorer.best[document] == 0 { touched.append(document) }
        guard value > scorer.best[document] else { return }
        scorer.best[document] = value
        if scorer.isTracing, scorer.traced.contains(document) {
          labels[document] = Explanation(
            label: "\(alternative.kind.label) '\(Scorer.spell(alternative.members))'",
            value: value)
        }
      }
    }
    for document in touched { finish(document, bit, labels[document]) }
    guard !match.spellings.isEmpty else { return }
    let share = Ranking.surfaceWeight * weight
    accumulate(match.spellings) { scorer, document, value in
      scorer.scores[document] += value * share
      scorer.trace(document, "spelling '\(Scorer.spell(match.spellings))'", value * share)
    }
  }

  private mutating func finish(_ document: Int, _ bit: UInt64, _ label: Explanation?) {
    if present[document] == 0 { matched.append(document) }
    present[document] |= bit
    scores[document] += best[document]
    best[document] = 0
    if let label { traces[document, default: []].append(label) }
  }

  /// Sums the counts of several words in each document, and gives its score for them as one word.
  private mutating func accumulate(
    _ entries: [TermEntry], _ body: (inout Scorer, _ document: Int, _ value: Float) -> Void
  ) {
    var touched: [Int] = []
    touched.reserveCapacity(entries.reduce(0) { $0 + min($1.documentFrequency, counts.count) })
    for entry in entries {
      index.postings.forEach(of: entry) { document, fields in
        if counts[document] == 0 { touched.append(document) }
        counts[document] &+= fields.packed
      }
    }
    let idf = index.weight(frequency: touched.count)
    for document in touched {
      let value = index.impact(document, FieldCounts(packed: counts[document])) * idf
      counts[document] = 0
      body(&self, document, value)
    }
  }

  /// Adds two neighbours of the query, where they are neighbours too.
  private mutating func add(
    _ pair: (left: Int, right: Int), _ query: Query, _ matches: [WordMatch]
  ) {
    let both: UInt64 = 1 << UInt64(pair.left) | 1 << UInt64(pair.right)
    let hash = PairFilter.pair(matches[pair.left].stemHash, matches[pair.right].stemHash)
    var found: [(document: Int, value: Float)] = []
    for document in matched where present[document] & both == both {
      guard hasPair(hash, document) else { continue }
      var value = index.saturate(document, .body, 1)
      if hasPair(PairFilter.inTitle(hash), document) {
        value += Ranking.pairTitleShare * index.saturate(document, .title, 1)
      }
      found.append((document, value))
    }
    let idf = index.weight(frequency: max(1, found.count))
    let stops = [pair.left, pair.right].filter { query.words[$0].term.isStopWord }.count
    let share = Ranking.pairWeight * Ranking.pairStopWordShares[stops]
    for (document, value) in found {
      scores[document] += value * idf * share
      trace(document, "neighbours '\(query.label(pair.left, pair.right))'", value * idf * share)
    }
  }

  /// Whether the filter of a document says that it has a pair.
  func hasPair(_ hash: UInt32, _ document: Int) -> Bool {
    let pairs = index.pairs
    let row = index.pairOffsets.row(document, limit: pairs.count)
    let bitCount = UInt32(truncatingIfNeeded: row.count &* 8)
    guard bitCount > 0 else { return false }
    for probe in 0..<PairFilter.probes {
      let bit = Int(PairFilter.bit(hash, probe: probe, bitCount: bitCount))
      if pairs[row.lowerBound + bit >> 3] >> UInt8(bit & 7) & 1 == 0 { return false }
    }
    return true
  }

  private mutating func trace(_ document: Int, _ label: @autoclosure () -> String, _ value: Float) {
    guard isTracing, traced.contains(document) else { return }
    traces[document, default: []].append(Explanation(label: label(), value: value))
  }

  private static func spell(_ entries: [TermEntry]) -> String {
    let words = entries.prefix(4).map { String(decoding: $0.key.exact, as: UTF8.self) }
    return words.joined(separator: "|") + (entries.count > 4 ? "|…" : "")
  }
}

extension Query {
  /// Two words as an explanation names them.
  func label(_ left: Int, _ right: Int) -> String {
    [left, right].map { String(decoding: words[$0].term.surface.exact, as: UTF8.self) }
      .joined(separator: " ")
  }
}
