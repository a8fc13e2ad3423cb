/// Finds what else may stand for the words of a query, from the site's synonyms.
struct SynonymExpander {
  let index: InvertedIndex

  /// Where the synonyms of a word of a query come from.
  enum Expansion {
    /// It has none.
    case none
    /// They are those of the word, whatever else is in the query.
    case own
    /// They are its share of those of a phrase.
    case phrase([WordMatch.Alternative])
  }

  /// For each word of a query where its synonyms come from; nil when no word has any.
  func expansions(of query: Query) -> [Expansion]? {
    guard query.words.contains(where: { $0.term.role == .word && $0.known.beginsSynonym }) else {
      return nil
    }
    var result = [Expansion](repeating: .none, count: query.words.count)
    // Compounds stand beside their parts, which are the words that follow each other.
    let places = query.words.indices.filter { query.words[$0].term.role == .word }
    let terms = places.map { query.words[$0].term }
    var position = 0
    while position < places.count {
      guard let (length, others) = index.synonyms.match(terms[position...]) else {
        position += 1
        continue
      }
      if length == 1 {
        result[places[position]] = .own
      } else {
        let range = position..<(position + length)
        let content = range.filter { !terms[$0].isStopWord }
        let meant = content.isEmpty ? Array(range) : content
        let found = others.compactMap { alternative($0, shares: meant.count) }
        for place in meant { result[places[place]] = .phrase(found) }
      }
      position += length
    }
    return result
  }

  /// What the synonyms of a word give, when it is not part of a phrase that has some.
  func alternatives(of term: Term) -> [WordMatch.Alternative] {
    let others = index.synonyms.match([term])?.others ?? []
    return others.compactMap { alternative($0, shares: 1) }
  }

  /// A phrase as an alternative: documents that have it as a whole.
  private func alternative(
    _ synonym: SynonymTable.Synonym, shares: Int
  ) -> WordMatch.Alternative? {
    // Stop words say nothing, and a phrase that begins or ends in one is as good without.
    let phrase = synonym.words
    let content = phrase.filter { !$0.isStopWord }
    let meant = content.isEmpty ? phrase : content
    let isContiguous = meant.count == phrase.count
    var words: [WordMatch.Phrase.Word] = []
    for word in meant.prefix(SynonymExpander.longestPhrase) {
      let members = members(of: word)
      guard !members.isEmpty else { return nil }
      words.append(.init(members: members, stemHash: StemHash.hash(word.stem)))
    }
    let frequencies = words.map { $0.members.reduce(0) { $0 + $1.documentFrequency } }
    guard let least = frequencies.min(), let rarest = frequencies.firstIndex(of: least) else {
      return nil
    }
    let weight = synonym.isGeneral ? Ranking.thesaurusWeight : Ranking.synonymWeight
    var alternative = WordMatch.Alternative(
      members: words[rarest].members, weight: weight / Float(shares), kind: .synonym)
    if words.count > 1 {
      alternative.phrase = WordMatch.Phrase(
        words: words, rarest: rarest, isContiguous: isContiguous)
    }
    return alternative
  }

  /// Words of a phrase beyond this many are not looked for.
  private static let longestPhrase = 8

  private func members(of word: SynonymTable.Word) -> [TermEntry] {
    let members = index.dictionary.members(ofStem: word.stem)
    if !members.isEmpty { return members }
    guard let spelling = index.dictionary.spellings(of: word.folded).first else { return [] }
    return index.dictionary.members(of: spelling.entry)
  }
}
