/// Reads the text of articles to see whether quoted words stand there side by side.
///
/// Words are compared without regard to case and accents. The text is scanned once with one bit a
/// word of the phrase (the Shift-And algorithm of Baeza-Yates and Gonnet).
struct PhraseVerifier {
  private let index: InvertedIndex
  private let analyzer: Analyzer
  private let phrases: [[[UInt8]]]
  /// For each word of the texts, read once, the words of the phrases that its terms are.
  private var words = ByteInterner()
  private var wordTerms: [[Int]] = []
  private let numbers: [[UInt8]: Int]
  private let scanner: TextScanner?

  /// Verifies the phrases of a query; without a scanner, for an index without texts, every phrase is
  /// taken to be there.
  init(index: InvertedIndex, query: Query, scanner: TextScanner?) {
    self.index = index
    self.scanner = scanner
    analyzer = Analyzer(language: index.language, stemmer: nil)
    phrases = query.phrases.map { $0.map { Array(query.words[$0].term.surface.folded) } }
    var numbers: [[UInt8]: Int] = [:]
    for word in phrases.joined() where numbers[word] == nil { numbers[word] = numbers.count }
    self.numbers = numbers
  }

  /// Whether a document has every phrase.
  mutating func verify(_ document: Int) -> Bool {
    guard let scanner, let stored = index.storedText?.outline(of: document) else { return true }
    let title = index.document(at: document).map { Array($0.title.utf8) } ?? []
    var texts = [title, scanner.decode(stored.description)]
    var size = 0
    for part in stored.parts where size < StoredText.mostBytes {
      let text = scanner.decode(part.text)
      size += text.count
      texts += [scanner.decode(part.heading), text]
    }
    let sequences = texts.map { terms(in: $0) }
    return phrases.allSatisfy { phrase in
      let masks = masks(of: phrase)
      return sequences.contains { PhraseVerifier.has(phrase.count, masks, in: $0) }
    }
  }

  /// For each word of the phrases, the places it has in one of them.
  private func masks(of phrase: [[UInt8]]) -> [UInt64] {
    var masks = [UInt64](repeating: 0, count: numbers.count)
    for (place, word) in phrase.enumerated().prefix(64) {
      if let number = numbers[word] { masks[number] |= 1 << UInt64(place) }
    }
    return masks
  }

  private static func has(_ length: Int, _ masks: [UInt64], in terms: [Int]) -> Bool {
    let last: UInt64 = 1 << UInt64(min(length, 64) - 1)
    var active: UInt64 = 0
    for term in terms {
      active = term < 0 ? 0 : (active << 1 | 1) & masks[term]
      if active & last != 0 { return true }
    }
    return false
  }

  /// The words of a text as numbers of words of the phrases; -1 for any other.
  private mutating func terms(in text: [UInt8]) -> [Int] {
    var found: [Int] = []
    let bytes = text.span
    var scanner = WordScanner()
    while let range = scanner.next(in: bytes) {
      let (word, isNew) = words.intern(bytes.extracting(range))
      if isNew {
        var terms: [Term] = []
        analyzer.analyze(bytes.extracting(range), into: &terms)
        wordTerms.append(
          terms.filter { $0.role == .word }.map { numbers[Array($0.surface.folded)] ?? -1 })
      }
      found += wordTerms[word]
    }
    return found
  }
}
