import Synchronization

/// Reads stored texts as the numbers of their words, without putting the texts together.
///
/// What is known of a frequent word is found out once: where it is spelt, and of which terms it is made.
/// A query then marks its terms, and reading an article is looking up a number a word. One borrower
/// uses a scanner at a time.
final class TextScanner: @unchecked Sendable {
  /// A word of a text that stands for one of the query.
  struct Match {
    var range: Range<Int>
    /// The place of the word in the query.
    var place: Int
  }

  private struct Word {
    var offset: UInt32 = 0
    var length: UInt8 = 0
    var isWord = false
    var isRead = false
    var termCount: UInt8 = 0
    var firstTerm: Int32 = 0
  }

  private let text: StoredText
  private let analyzer: Analyzer
  private var words: [Word]
  private var numbers: [[UInt8]: Int32] = [:]
  private var terms: [Int32] = []
  /// For each term the place in the query of what it stands for; -1 for most.
  private var places: [Int16] = []
  private var marked: [Int32] = []
  private var beginnings = WordBeginnings()

  init(_ text: StoredText, language: Language) {
    self.text = text
    // Comparing spellings, the stems need not be found.
    analyzer = Analyzer(language: language, stemmer: nil)
    words = [Word](
      repeating: Word(), count: text.wordOffsets.count / 4 * IndexFormat.wordBlock)
  }

  /// Marks what stands for the words of a query.
  func mark(_ places: [[UInt8]: Int], _ beginnings: WordBeginnings) {
    self.beginnings = beginnings
    for (folded, place) in places {
      let number = number(of: folded)
      self.places[Int(number)] = Int16(place)
      marked.append(number)
    }
  }

  /// Forgets the query.
  func clear() {
    for number in marked { places[Int(number)] = -1 }
    marked.removeAll(keepingCapacity: true)
  }

  /// Visits the matching words of a part of the stored texts.
  ///
  /// - Parameters:
  ///   - range: Where the part lies.
  ///   - found: Called with each match, its range counted in bytes of the text.
  /// - Returns: the length of the text in bytes.
  func scan(_ range: Range<Int>, found: (Match) -> Void) -> Int {
    walk(range) { piece, position in
      let place: Int? =
        switch piece {
        case .frequent(let word) where word.isWord: place(of: word)
        case .rare(let bytes, isWord: true): place(ofRareWord: bytes)
        default: nil
        }
      if let place {
        found(Match(range: position..<(position + piece.length), place: place))
      }
    }
  }

  /// Puts a part of the stored texts together.
  func decode(_ range: Range<Int>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(range.count * 4)
    _ = walk(range) { piece, position in
      if position > output.count { output.append(0x20) }
      switch piece {
      case .frequent(let word):
        let start = Int(word.offset)
        text.words.append(start..<(start + piece.length), to: &output)
      case .rare(let bytes, _):
        text.text.append(bytes, to: &output)
      }
    }
    return output
  }

  /// A word of a text, or what stands between two.
  private enum Piece {
    case frequent(Word)
    /// Spelt out where these bytes of the texts lie.
    case rare(Range<Int>, isWord: Bool)

    var length: Int {
      switch self {
      case .frequent(let word): Int(word.length)
      case .rare(let bytes, _): bytes.count
      }
    }
  }

  /// Visits the pieces of a part of the stored texts with their positions in the text; a space that
  /// stands between two words is left out.
  ///
  /// - Returns: the length of the text in bytes.
  @inline(__always)
  private func walk(_ range: Range<Int>, _ body: (Piece, _ position: Int) -> Void) -> Int {
    var reader = ByteReader(text.text, range)
    var position = 0
    var afterWord = false
    while !reader.isAtEnd, position < StoredText.mostBytes {
      let code = reader.varint()
      let piece: Piece
      let isWord: Bool
      if code == 0 {
        let head = reader.byte()
        isWord = head & 1 == 1
        let start = reader.position
        reader.skip(Int(head >> 1))
        piece = .rare(start..<reader.position, isWord: isWord)
      } else {
        guard code <= words.count else { continue }
        if !words[code - 1].isRead { read(code - 1) }
        piece = .frequent(words[code - 1])
        isWord = words[code - 1].isWord
      }
      if isWord, afterWord { position += 1 }
      body(piece, position)
      position += piece.length
      afterWord = isWord
    }
    return position
  }

  @inline(__always)
  private func place(of word: Word) -> Int? {
    for number in 0..<Int32(word.termCount) {
      let place = places[Int(terms[Int(word.firstTerm + number)])]
      if place >= 0 { return Int(place) }
    }
    return nil
  }

  /// What a word stands for that is spelt out in a text.
  private func place(ofRareWord range: Range<Int>) -> Int? {
    let mayMatch = text.text.withSpan { beginnings.mayMatch($0, range) }
    guard mayMatch else { return nil }
    var found: [Term] = []
    let letters = text.text.array(range)
    analyzer.analyze(letters.span, into: &found)
    for term in found {
      if let number = numbers[Array(term.surface.folded)], places[Int(number)] >= 0 {
        return Int(places[Int(number)])
      }
    }
    return nil
  }

  /// Finds out about a word.
  private func read(_ rank: Int) {
    let block = Int(text.wordOffsets.u32(rank / IndexFormat.wordBlock * 4))
    var table = ByteReader(text.words, from: block)
    for _ in 0..<(rank % IndexFormat.wordBlock) { table.skip(Int(table.byte() >> 1)) }
    let head = table.byte()
    var word = Word()
    word.isRead = true
    word.isWord = head & 1 == 1
    word.offset = UInt32(table.position)
    word.length = UInt8(min(Int(head >> 1), text.words.count - table.position))
    word.firstTerm = Int32(terms.count)
    if word.isWord {
      var found: [Term] = []
      let letters = text.words.array(table.position..<(table.position + Int(word.length)))
      analyzer.analyze(letters.span, into: &found)
      for term in found.prefix(255) { terms.append(number(of: Array(term.surface.folded))) }
      word.termCount = UInt8(min(255, found.count))
    }
    words[rank] = word
  }

  private func number(of folded: [UInt8]) -> Int32 {
    if let number = numbers[folded] { return number }
    let number = Int32(places.count)
    numbers[folded] = number
    places.append(-1)
    return number
  }
}

/// The scanners of one index that no search uses at the moment.
final class TextScanners: Sendable {
  private let idle = Mutex<[TextScanner]>([])

  /// Takes a scanner; nil for an index without stored text.
  func take(for index: InvertedIndex) -> TextScanner? {
    guard let text = index.storedText else { return nil }
    return idle.withLock { $0.popLast() } ?? TextScanner(text, language: index.language)
  }

  /// Gives a scanner back.
  func give(_ scanner: TextScanner) {
    scanner.clear()
    idle.withLock { $0.append(scanner) }
  }
}
