/// Lets documents through that have every quoted phrase.
///
/// Neighbours are looked up in the pair filters, which err on the side of letting through.
struct PhraseFilter {
  private let present: UInt64
  private let pairs: [UInt32]

  init(query: Query, matches: [WordMatch]) {
    var present: UInt64 = 0
    var pairs: [UInt32] = []
    for phrase in query.phrases {
      for place in phrase { present |= 1 << UInt64(place) }
      let places = Set(phrase)
      for pair in query.pairs where places.contains(pair.left) && places.contains(pair.right) {
        pairs.append(
          PairFilter.pair(matches[pair.left].stemHash, matches[pair.right].stemHash))
      }
    }
    self.present = present
    self.pairs = pairs
  }

  func admits(_ document: Int, _ scorer: Scorer) -> Bool {
    guard present != 0 else { return true }
    return scorer.present[document] & present == present
      && pairs.allSatisfy { scorer.hasPair($0, document) }
  }
}
