/// Reads articles to see whether quoted words stand there side by side.
///
/// Words are compared without regard to case and accents, by the marks that they have on a scanner. A
/// text is read once with one bit a word of the phrase (the Shift-And algorithm of Baeza-Yates and
/// Gonnet).
struct PhraseVerifier {
  private struct Phrase {
    /// For each word that is marked, the places it has in the phrase.
    var masks: [UInt64]
    /// The bit of the last place.
    var last: UInt64
    /// The places up to which the words before have the phrase.
    var active: UInt64 = 0
    var isFound = false
  }

  private let index: InvertedIndex
  private let scanner: TextScanner
  private var phrases: [Phrase] = []
  /// Whether any phrase has begun.
  private var isActive = false

  /// Marks the words of the phrases of a query on a scanner that has no other; in an index without
  /// texts every phrase is taken to be there.
  init(index: InvertedIndex, query: Query, scanner: TextScanner) {
    self.index = index
    self.scanner = scanner
    let words = query.phrases.map { $0.map { Array(query.words[$0].term.surface.folded) } }
    var numbers: [[UInt8]: Int] = [:]
    for word in words.joined() where numbers[word] == nil {
      scanner.mark(word, place: numbers.count)
      numbers[word] = numbers.count
    }
    phrases = words.map { words in
      var masks = [UInt64](repeating: 0, count: numbers.count)
      for (place, word) in words.enumerated().prefix(64) {
        if let number = numbers[word] { masks[number] |= 1 << UInt64(place) }
      }
      return Phrase(masks: masks, last: 1 << UInt64(min(words.count, 64) - 1))
    }
  }

  /// Whether a document has every phrase.
  mutating func verify(_ document: Int) -> Bool {
    guard let stored = index.storedText?.outline(of: document) else { return true }
    for place in phrases.indices { phrases[place].isFound = false }
    begin()
    scanner.forEachTerm(of: index.title(of: document)) { read($0) }
    find(in: stored.description)
    var size = 0
    for part in stored.parts where size < StoredText.mostBytes && !hasAll {
      find(in: part.heading)
      size += find(in: part.text)
    }
    return hasAll
  }

  private var hasAll: Bool { phrases.allSatisfy(\.isFound) }

  /// Looks for the phrases in a part of the stored texts, and returns its length in bytes.
  @discardableResult
  private mutating func find(in range: Range<Int>) -> Int {
    begin()
    return scanner.forEachTerm(in: range) { read($0) }
  }

  /// Begins a text.
  private mutating func begin() {
    isActive = false
    for place in phrases.indices { phrases[place].active = 0 }
  }

  /// Reads the next term, given by its mark.
  @inline(__always)
  private mutating func read(_ mark: UInt8) {
    guard mark != 0 else {
      if isActive { begin() }
      return
    }
    isActive = true
    for place in phrases.indices {
      let next = phrases[place].active << 1 | 1
      phrases[place].active = next & phrases[place].masks[Int(mark) - 1]
      if phrases[place].active & phrases[place].last != 0 { phrases[place].isFound = true }
    }
  }
}
