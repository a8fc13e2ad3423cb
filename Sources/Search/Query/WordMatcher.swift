/// Finds the words of the index that a word of the query stands for.
struct WordMatcher {
  let index: InvertedIndex
  let analyzer: Analyzer
  let vocabulary: Vocabulary

  /// Fewer letters than this are not completed when they are a word themselves.
  private static let shortestPrefix = 3
  /// More entries than this are not looked at to complete a word.
  private static let mostScanned = 2048

  /// What the index has of each word of a query.
  func matches(_ query: Query) -> [WordMatch] {
    let expander = SynonymExpander(index: index)
    let expansions = expander.expansions(of: query)
    return query.words.indices.map { place in
      let word = query.words[place]
      switch expansions?[place] ?? .none {
      case .none: return match(word)
      case .own: return match(word, expander)
      case .phrase(let synonyms): return match(word, synonyms)
      }
    }
  }

  /// What the index has of a word, with its own synonyms if they are asked for.
  func match(_ word: Query.Word, _ expander: SynonymExpander? = nil) -> WordMatch {
    guard !word.isReplaced else { return WordMatch(stemHash: StemHash.hash(word.term.stem)) }
    var way: WordMatch.Way = []
    if word.isCompletable { way.insert(.completable) }
    if word.term.role == .word { way.insert(.repairable) }
    if expander != nil { way.insert(.withSynonyms) }
    return word.known.match(way) {
      var made = match(word, expander?.alternatives(of: word.term) ?? [])
      made.number = vocabulary.nextMatch()
      return made
    }
  }

  private func match(_ word: Query.Word, _ synonyms: [WordMatch.Alternative]) -> WordMatch {
    var match = WordMatch(stemHash: StemHash.hash(word.term.stem))
    guard !word.isReplaced else { return match }
    let folded = Array(word.term.surface.folded)
    if !word.known.spellings.isEmpty {
      matchSpellings(word.known.spellings, of: word, into: &match)
    } else {
      var members = index.dictionary.members(ofStem: word.term.stem)
      if members.isEmpty {
        // Without accents the stemmer may see another ending.
        let plain = analyzer.stem(of: SurfaceKey(bytes: folded))
        if plain != word.term.stem {
          members = index.dictionary.members(ofStem: plain)
          if !members.isEmpty { match.stemHash = StemHash.hash(plain) }
        }
      }
      if !members.isEmpty {
        match.alternatives.append(
          WordMatch.Alternative(members: members, weight: 1, kind: .word))
      }
    }
    let isKnown = !match.alternatives.isEmpty
    if word.isCompletable { complete(folded, isKnown: isKnown, into: &match) }
    match.alternatives += synonyms
    if match.alternatives.isEmpty, word.term.role == .word { repair(folded, into: &match) }
    return match
  }

  private func matchSpellings(
    _ spellings: [Spelling], of word: Query.Word, into match: inout WordMatch
  ) {
    var members: [TermEntry] = []
    var seen: Set<Int> = []
    for spelling in spellings {
      for member in index.dictionary.members(of: spelling.entry)
      where seen.insert(member.ordinal).inserted && members.count < FieldCounts.mostSummed {
        members.append(member)
      }
    }
    match.alternatives.append(WordMatch.Alternative(members: members, weight: 1, kind: .word))
    // Accents that were typed are meant; accents that were not may have been left out.
    let exact = spellings.filter { $0.key == word.term.surface }
    let meant = word.term.surface.hasAccents && !exact.isEmpty ? exact : spellings
    match.spellings = meant.map(\.entry)
    let best =
      exact.first
      ?? spellings.max { $0.entry.documentFrequency < $1.entry.documentFrequency }
    if let best, best.key != word.term.surface {
      match.stemHash = StemHash.hash(analyzer.stem(of: best.key))
    }
  }

  /// Adds the most frequent words that begin as the last word of the query does.
  private func complete(_ folded: [UInt8], isKnown: Bool, into match: inout WordMatch) {
    guard folded.count >= (isKnown ? WordMatcher.shortestPrefix : 2),
      var cursor = index.dictionary.cursor(atOrAfter: folded)
    else { return }
    let known = Set(match.alternatives.flatMap { $0.members.map(\.ordinal) })
    var found: [(entry: TermEntry, length: Int)] = []
    var scanned = 0
    repeat {
      guard cursor.key.starts(with: folded), scanned < WordMatcher.mostScanned else { break }
      scanned += 1
      if cursor.isWord, !known.contains(cursor.ordinal) {
        found.append((cursor.entry, cursor.foldedCount))
      }
    } while cursor.next()
    found.sort {
      ($1.entry.documentFrequency, $0.entry.ordinal)
        < ($0.entry.documentFrequency, $1.entry.ordinal)
    }
    for (entry, length) in found.prefix(Ranking.mostCompletions) {
      let share = Float(folded.count) / Float(max(1, length))
      let weight = (isKnown ? Ranking.knownPrefixWeight : Ranking.prefixWeight) * share
      match.alternatives.append(
        WordMatch.Alternative(members: [entry], weight: weight, kind: .completion))
    }
    if !isKnown, let best = found.first {
      match.stemHash = StemHash.hash(analyzer.stem(of: index.dictionary.key(of: best.entry)))
    }
  }

  /// Adds the nearest words to one that the site never uses.
  private func repair(_ folded: [UInt8], into match: inout WordMatch) {
    let repairs = SpellingRepair(dictionary: index.dictionary).nearest(to: folded)
    var seen: Set<Int> = []
    for repair in repairs {
      guard match.alternatives.count < Ranking.mostRepairs else { break }
      let members = index.dictionary.members(of: repair.entry)
      guard let first = members.map(\.ordinal).min(), seen.insert(first).inserted else { continue }
      var weight: Float = 1
      for _ in 0..<repair.distance { weight *= Ranking.repairWeight }
      if match.repaired == nil {
        let key = index.dictionary.key(of: repair.entry)
        match.repaired = key.exact
        match.stemHash = StemHash.hash(analyzer.stem(of: key))
      }
      match.alternatives.append(
        WordMatch.Alternative(
          members: members, weight: weight, kind: .repair(errors: repair.distance)))
    }
  }
}
