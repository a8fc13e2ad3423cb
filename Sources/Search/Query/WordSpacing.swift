/// Mends spaces that are missing or too many: `sur chauffe`, `motdepasse`.
struct WordSpacing {
  let index: InvertedIndex
  let analyzer: Analyzer
  let vocabulary: Vocabulary

  /// The parts of a joined word have this many letters at least.
  private static let shortestPart = 4
  /// Words longer than this are not taken apart.
  private static let longestWord = 40

  /// Joins and splits words of a query where the site has the result.
  ///
  /// - Returns: what replaced what, where the text as typed has a word that the site never uses.
  func repair(_ query: inout Query) -> [Suggested.Repair] {
    join(&query) + split(&query)
  }

  /// Adds the word that two neighbours are together; they stay what they are.
  private func join(_ query: inout Query) -> [Suggested.Repair] {
    var repairs: [Suggested.Repair] = []
    for pair in query.pairs where query.words.count < Ranking.mostQueryWords {
      let (left, right) = (query.words[pair.left], query.words[pair.right])
      guard left.parts == 0, right.parts == 0, left.source != right.source,
        left.source.upperBound < right.source.lowerBound
      else { continue }
      let joined = Array(left.term.surface.folded + right.term.surface.folded)
      guard joined.count > 4, !joined.contains(where: { $0 < 0x61 }),
        let known = vocabulary.commonestSpelling(of: joined),
        !query.words.contains(where: { $0.term.surface == known.key })
      else { continue }
      let isUnknown = !left.known.isKnown || !right.known.isKnown
      let term = term(known, role: isUnknown ? .word : .compound)
      var word = Query.Word(
        term: term, known: vocabulary.word(term),
        source: left.source.lowerBound..<right.source.upperBound, isLast: false, parts: 0)
      word.isJoined = true
      query.words.append(word)
      if isUnknown {
        repairs.append(Suggested.Repair(source: word.source, spelling: known.key.exact))
      }
    }
    return repairs
  }

  /// Replaces a word that the site never uses by the two that it is made of.
  private func split(_ query: inout Query) -> [Suggested.Repair] {
    var repairs: [Suggested.Repair] = []
    for (place, word) in query.words.enumerated()
    where word.term.role == .word && word.parts == 0 && !word.isJoined {
      let length = word.term.surface.foldedCount
      guard length >= 2 * WordSpacing.shortestPart, length <= WordSpacing.longestWord,
        !word.known.isKnown
      else { continue }
      let folded = Array(word.term.surface.folded)
      guard !folded.contains(where: { $0 < 0x61 }), !isBeginning(word, folded),
        query.words.count + 2 <= Ranking.mostQueryWords, let parts = parts(of: folded)
      else { continue }
      let added = query.words.count
      for part in [parts.left, parts.right] {
        let term = term(part, role: .word)
        query.words.append(
          Query.Word(
            term: term, known: vocabulary.word(term), source: word.source, isLast: false,
            parts: 0))
      }
      query.pairs.append((added, added + 1))
      query.words[place].isReplaced = true
      repairs.append(
        Suggested.Repair(
          source: word.source, spelling: parts.left.key.exact + [0x20] + parts.right.key.exact))
    }
    return repairs
  }

  /// The two words of the site that a word is made of; the commonest where there are several.
  private func parts(of folded: [UInt8]) -> (left: Spelling, right: Spelling)? {
    var found: (left: Spelling, right: Spelling)?
    var most = 0
    for cut in WordSpacing.shortestPart...(folded.count - WordSpacing.shortestPart) {
      guard let left = best(Array(folded[..<cut])), let right = best(Array(folded[cut...])) else {
        continue
      }
      let frequency = min(left.entry.documentFrequency, right.entry.documentFrequency)
      if frequency > most {
        most = frequency
        found = (left, right)
      }
    }
    return found
  }

  /// Whether the last word may be the beginning of one that the site has.
  private func isBeginning(_ word: Query.Word, _ folded: [UInt8]) -> Bool {
    guard word.isCompletable, let cursor = index.dictionary.cursor(atOrAfter: folded) else {
      return false
    }
    return cursor.key.starts(with: folded)
  }

  /// The commonest spelling of a folded word.
  private func best(_ folded: [UInt8]) -> Spelling? {
    DictionaryWord.commonest(index.dictionary.spellings(of: folded))
  }

  private func term(_ spelling: Spelling, role: Term.Role) -> Term {
    var term = Term(
      surface: spelling.key, stem: analyzer.stem(of: spelling.key), role: role,
      isStopWord: false)
    term.isStopWord = StopWords.contains(Array(spelling.key.folded), language: analyzer.language)
    return term
  }
}
