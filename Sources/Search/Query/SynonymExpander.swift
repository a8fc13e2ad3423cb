/// Finds what else may stand for the words of a query, from the site's synonyms.
struct SynonymExpander {
  let index: InvertedIndex

  /// For each word of the query the alternatives that its synonyms give.
  func alternatives(for query: Query) -> [[WordMatch.Alternative]] {
    var result = [[WordMatch.Alternative]](repeating: [], count: query.words.count)
    // Compounds stand beside their parts, which are the words that follow each other.
    let places = query.words.indices.filter { query.words[$0].term.role == .word }
    let terms = places.map { query.words[$0].term }
    var position = 0
    while position < places.count {
      guard let (length, others) = index.synonyms.match(terms[position...]) else {
        position += 1
        continue
      }
      let range = position..<(position + length)
      let content = range.filter { !terms[$0].isStopWord }
      let meant = content.isEmpty ? Array(range) : content
      let found = others.compactMap { alternative($0, shares: meant.count) }
      for place in meant { result[places[place]] += found }
      position = range.upperBound
    }
    return result
  }

  /// A phrase as an alternative: documents that have its rarest word, and it as a whole.
  private func alternative(
    _ phrase: [SynonymTable.Word], shares: Int
  ) -> WordMatch.Alternative? {
    let content = phrase.filter { !$0.isStopWord }
    var rarest: (members: [TermEntry], frequency: Int)?
    for word in content.isEmpty ? phrase : content {
      let members = members(of: word)
      guard !members.isEmpty else { return nil }
      let frequency = members.reduce(0) { $0 + $1.documentFrequency }
      if frequency < rarest?.frequency ?? .max { rarest = (members, frequency) }
    }
    guard let rarest else { return nil }
    let hashes = phrase.map { PairFilter.hash($0.stem) }
    return WordMatch.Alternative(
      members: rarest.members, weight: Ranking.synonymWeight / Float(shares), kind: .synonym,
      neighbours: zip(hashes, hashes.dropFirst()).map { PairFilter.pair($0, $1) })
  }

  private func members(of word: SynonymTable.Word) -> [TermEntry] {
    let members = index.dictionary.members(ofStem: word.stem)
    if !members.isEmpty { return members }
    guard let spelling = index.dictionary.spellings(of: word.folded).first else { return [] }
    return index.dictionary.members(of: spelling)
  }
}
