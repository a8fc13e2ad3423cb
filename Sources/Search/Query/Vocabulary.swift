import Synchronization

/// What the dictionary has of the words that were asked for lately.
///
/// Words come again in other queries, and several times while one query is planned: each is looked up
/// once. Nothing that is kept changes an answer.
final class Vocabulary: Sendable {
  private let index: InvertedIndex
  private let written = Mutex(Generations<[UInt8], [KnownTerm]>(capacity: mostWords))
  private let words = Mutex(Generations<SurfaceKey, DictionaryWord>(capacity: mostWords))
  private let commonest = Mutex(Generations<[UInt8], Spelling?>(capacity: mostWords))
  private let filters = Mutex<FilterKeys?>(nil)
  private let matchCount = Atomic<Int>(0)

  /// A generation keeps this many words.
  private static let mostWords = 4096

  init(index: InvertedIndex) { self.index = index }

  /// What the dictionary has of each term of a word as it is written.
  func words(of bytes: Span<UInt8>, _ analyzer: Analyzer) -> [KnownTerm] {
    var key: [UInt8] = []
    key.reserveCapacity(bytes.count)
    for index in bytes.indices { key.append(bytes[index]) }
    if let known = written.withLock({ $0.recall(key) }) { return known }
    var terms: [Term] = []
    analyzer.analyze(bytes, into: &terms)
    let found = terms.map { KnownTerm(term: $0, word: word($0)) }
    written.withLock { $0.keep(found, as: key) }
    return found
  }

  /// What the dictionary has of a word.
  func word(_ term: Term) -> DictionaryWord {
    if let known = words.withLock({ $0.recall(term.surface) }) { return known }
    // Two threads may look up the same word: nobody waits for another.
    let word = DictionaryWord(term, index: index)
    words.withLock { $0.keep(word, as: term.surface) }
    return word
  }

  /// The commonest spelling of a folded word that documents have.
  func commonestSpelling(of folded: [UInt8]) -> Spelling? {
    if let known = commonest.withLock({ $0.recall(folded) }) { return known }
    let spelling = DictionaryWord.commonest(index.dictionary.spellings(of: folded))
    commonest.withLock { $0.keep(spelling, as: folded) }
    return spelling
  }

  /// What people may type for the values of the site; made when a filter is first typed.
  func filterKeys(_ folded: (ArraySlice<UInt8>) -> [UInt8]) -> FilterKeys {
    if let known = filters.withLock({ $0 }) { return known }
    let keys = FilterKeys(index.facets, folded: folded)
    filters.withLock { $0 = keys }
    return keys
  }

  /// A number that no other match has.
  func nextMatch() -> Int {
    matchCount.wrappingAdd(1, ordering: .relaxed).newValue
  }
}

/// A term with what the dictionary has of it.
struct KnownTerm {
  var term: Term
  var word: DictionaryWord
}

/// What the dictionary has of one word.
final class DictionaryWord: Sendable {
  /// The spellings that documents have.
  let spellings: [Spelling]
  /// Whether documents have the word, or another of its class.
  let isKnown: Bool
  /// Whether a phrase with synonyms begins with the word.
  let beginsSynonym: Bool
  /// Whether an id or a keyword begins with the word, and is longer or not.
  let beginsExactKey: Bool
  /// How the word is matched in each way of asking for it.
  private let matches = Mutex<[(way: WordMatch.Way, match: WordMatch)]>([])

  fileprivate init(_ term: Term, index: InvertedIndex) {
    let folded = Array(term.surface.folded)
    spellings = index.dictionary.spellings(of: folded).filter { $0.entry.documentFrequency > 0 }
    isKnown = !spellings.isEmpty || !index.dictionary.members(ofStem: term.stem).isEmpty
    beginsSynonym = index.synonyms.hasPhrase(beginningWith: term)
    beginsExactKey = index.dictionary.hasKey(beginningWith: folded + [IndexFormat.Mark.exact])
  }

  /// The match for a way of asking; it is made when it is first asked for.
  func match(_ way: WordMatch.Way, _ make: () -> WordMatch) -> WordMatch {
    if let known = matches.withLock({ $0.first { $0.way == way }?.match }) { return known }
    let match = make()
    matches.withLock { $0.append((way, match)) }
    return match
  }

  /// The commonest of some spellings that documents have; the first among equals.
  static func commonest(_ spellings: [Spelling]) -> Spelling? {
    spellings.filter { $0.entry.documentFrequency > 0 }
      .max { $0.entry.documentFrequency < $1.entry.documentFrequency }
  }
}
