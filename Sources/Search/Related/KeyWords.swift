/// The words of a long text that say most about it, measured against the site (tf-idf).
///
/// Greetings, thanks and signatures are passed over line by line; identifiers such as `0x351` or
/// `BT_N_003` count double when the site knows them.
struct KeyWords {
  /// One word of the text.
  struct Word {
    var term: Term
    /// The number of the word in the text, by which neighbours are known.
    var position: Int
    /// How much it says: near 1 for a word that comes up once.
    var weight: Float
  }

  /// How many words are taken: more say less each, and take time.
  private static let most = 24
  /// Text beyond this many bytes is not read.
  private static let longestText = 256 << 10

  let index: InvertedIndex
  let analyzer: Analyzer

  /// The words of a text that the site knows and that say most, in order of appearance.
  func pick(from text: String) -> [Word] {
    let found = words(of: Array(text.utf8.prefix(KeyWords.longestText)))
    let weighed = found.values.compactMap { entry -> (worth: Float, word: Word)? in
      let frequency = self.frequency(of: entry.term)
      // A word in nearly every article tells none from another.
      guard frequency > 0, frequency * 10 <= index.documentCount * 9 || index.documentCount < 10
      else { return nil }
      let count = Float(entry.count)
      var weight = 2 * count / (count + 1)
      if entry.term.surface.folded.contains(where: { $0 < 0x3A }) { weight *= 2 }
      let word = Word(term: entry.term, position: entry.position, weight: weight)
      return (index.weight(frequency: frequency) * weight, word)
    }
    // Words of one place that say as much are in order of their stems, as any reader would have them.
    return weighed.sorted {
      $0.worth == $1.worth && $0.word.position == $1.word.position
        ? $0.word.term.stem.lexicographicallyPrecedes($1.word.term.stem)
        : ($1.worth, $0.word.position) < ($0.worth, $1.word.position)
    }
    .prefix(KeyWords.most).map(\.word).sorted { $0.position < $1.position }
  }

  private struct Occurrence {
    var term: Term
    var position: Int
    var count: Int
  }

  /// The distinct words by stem, but for stop words.
  private func words(of bytes: [UInt8]) -> [[UInt8]: Occurrence] {
    var found: [[UInt8]: Occurrence] = [:]
    var position = 0
    var terms: [Term] = []
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      if Courtesy.endsText(line) { break }
      guard !Courtesy.isAll(of: line, isKnown: isKnown) else { continue }
      line.withSpan { span in
        var scanner = WordScanner()
        while let range = scanner.next(in: span) {
          terms.removeAll(keepingCapacity: true)
          analyzer.analyze(span.extracting(range), into: &terms)
          for term in terms where !term.surface.bytes.isEmpty {
            if term.role == .word { position += 1 }
            guard !term.isStopWord else { continue }
            found[term.stem, default: Occurrence(term: term, position: position, count: 0)].count +=
              1
          }
        }
      }
      position += 1
    }
    return found
  }

  /// Whether articles have a word that is no stop word.
  private func isKnown(_ word: Substring) -> Bool {
    var terms: [Term] = []
    let letters = Array(word.utf8)
    analyzer.analyze(letters.span, into: &terms)
    return terms.contains { !$0.isStopWord && frequency(of: $0) > 0 }
  }

  private func frequency(of term: Term) -> Int {
    let spelt =
      index.dictionary.spellings(of: Array(term.surface.folded))
      .map(\.entry.documentFrequency).max() ?? 0
    return spelt > 0
      ? spelt
      : index.dictionary.members(ofStem: term.stem).map(\.documentFrequency).max() ?? 0
  }
}
