import Synchronization

/// Reads stored texts as the numbers of their words, without putting the texts together.
///
/// What is known of a frequent word is found out once: where it is spelt, and of which terms it is made.
/// A query then marks the words that have its terms, and reading an article is one look at two bytes a
/// word. One borrower uses a scanner at a time, which is what makes handing it between threads sound.
@safe
final class TextScanner: @unchecked Sendable {
  /// A word of a text that stands for one of the query.
  struct Match {
    var range: Range<Int>
    /// The place of the word in the query.
    var place: Int
  }

  /// What scanning needs of a frequent word, in as few bytes as will do: all of them stay in the cache.
  private struct Word {
    /// The length in the low seven bits, then whether it is a word, then the mark.
    var bits: UInt16
    static let unread = Word(bits: 0xFF00)

    /// How many bytes it has.
    var length: Int { Int(bits & 0x7F) }
    /// 0x80 for what a space separates from another word, 0 for what stands between two.
    var kind: UInt16 { bits & 0x80 }
    /// One more than the place in the query of what it stands for; 0 for most.
    var mark: UInt8 {
      get { UInt8(truncatingIfNeeded: bits >> 8) }
      set { bits = bits & 0xFF | UInt16(newValue) << 8 }
    }
  }

  private let texts: ByteView
  /// How frequent words are spelt, and where each block of them begins.
  private let spellings: ByteView
  private let spellingOffsets: ByteView
  private var terms: MarkedTerms
  /// What is known of each frequent word.
  ///
  /// It is read for every word of a text, and therefore no array, whose every use would be checked for
  /// another one at the same time. Every index is checked to be below ``wordCount``.
  private let words: UnsafeMutableBufferPointer<Word>
  private let wordCount: Int
  /// Where each word that was read is spelt.
  private var offsets: [UInt32]
  /// The terms of words that have several.
  private var severalTerms: [Int: [MarkedTerms.NumberedTerm]] = [:]
  /// For each term its last link, plus one; links lead to the words that have it.
  private var lastLinks: [Int32] = []
  private var links: [(word: Int32, before: Int32)] = []

  init(_ text: StoredText?, language: Language) {
    let nothing = IndexBytes([]).view
    texts = text?.text ?? nothing
    spellings = text?.words ?? nothing
    spellingOffsets = text?.wordOffsets ?? nothing
    terms = MarkedTerms(language: language)
    wordCount = spellingOffsets.count / 4 * IndexFormat.wordBlock
    unsafe words = .allocate(capacity: wordCount)
    unsafe words.initialize(repeating: .unread)
    offsets = [UInt32](repeating: 0, count: wordCount)
  }

  deinit { unsafe words.deallocate() }

  // MARK: The query

  /// Whether nothing is marked.
  var isClear: Bool { terms.isEmpty }

  /// Marks an entry of the dictionary as standing for a word of a query, unless it stands for one already.
  func mark(_ entry: TermEntry, of dictionary: TermDictionary, place: Int) {
    if let term = terms.mark(entry, of: dictionary, place: place) {
      markWords(of: term)
    }
  }

  /// Marks a folded word as standing for a place in a query.
  func mark(_ word: [UInt8], place: Int) {
    if let term = terms.mark(word, place: place) { markWords(of: term) }
  }

  private func markWords(of term: Int) {
    forEachWord(of: term) { word in
      let known = severalTerms[word] ?? [MarkedTerms.NumberedTerm(number: term, role: .word)]
      unsafe words[word].mark = terms.mark(ofAny: known)
    }
  }

  /// Forgets the query.
  func clear() {
    terms.clear { number in
      forEachWord(of: number) { unsafe words[$0].mark = 0 }
    }
  }

  /// Visits the words that have a term.
  private func forEachWord(of term: Int, _ body: (Int) -> Void) {
    guard term < lastLinks.count else { return }
    var link = Int(lastLinks[term])
    while link > 0 {
      body(Int(links[link - 1].word))
      link = Int(links[link - 1].before)
    }
  }

  // MARK: Texts

  /// The words of a text at hand that match, in order.
  func matches(in text: [UInt8]) -> [Match] {
    guard !isClear else { return [] }
    var found: [Match] = []
    let bytes = text.span
    var scanner = WordScanner()
    while let range = scanner.next(in: bytes) {
      let mark = terms.mark(ofWord: range, in: bytes)
      if mark != 0 { found.append(Match(range: range, place: Int(mark) - 1)) }
    }
    return found
  }

  /// Finds the matching words of a part of the stored texts.
  ///
  /// - Parameters:
  ///   - range: Where the part lies.
  ///   - found: Gets the matches in order, their ranges counted in bytes of the text.
  /// - Returns: the length of the text in bytes.
  func scan(_ range: Range<Int>, into found: inout [Match]) -> Int {
    walk(range, limit: StoredText.mostBytes) { word, _, position in
      guard word.mark != 0 else { return }
      found.append(
        Match(range: position..<(position + word.length), place: Int(word.mark) - 1))
    } rare: { bytes, letters, isWord, position in
      let mark = isWord ? terms.mark(ofWord: letters, in: bytes) : 0
      guard mark != 0 else { return }
      found.append(
        Match(range: position..<(position + letters.count), place: Int(mark) - 1))
    }
  }

  /// Visits the marks of the terms of a part of the stored texts, of compounds those of their parts;
  /// 0 for a term that stands for nothing, or for all of a word's.
  ///
  /// - Returns: the length of the text in bytes.
  @inline(__always)
  func forEachTerm(in range: Range<Int>, _ body: (_ mark: UInt8) -> Void) -> Int {
    walk(range, limit: StoredText.mostBytes) { word, rank, _ in
      guard word.kind != 0 else { return }
      if word.mark != 0, let known = severalTerms[rank] {
        visit(known, body)
      } else {
        body(word.mark)
      }
    } rare: { bytes, letters, isWord, _ in
      if isWord { visit(terms.terms(ofSpelt: bytes.extracting(letters)), body) }
    }
  }

  /// Visits the marks of the terms of a text at hand in the same way.
  func forEachTerm(of text: [UInt8], _ body: (_ mark: UInt8) -> Void) {
    let bytes = text.span
    var scanner = WordScanner()
    while let range = scanner.next(in: bytes) {
      visit(terms.terms(ofSpelt: bytes.extracting(range)), body)
    }
  }

  private func visit(_ known: [MarkedTerms.NumberedTerm], _ body: (_ mark: UInt8) -> Void) {
    for term in known where term.role == .word { body(terms.mark(of: term)) }
  }

  /// Puts a part of the stored texts together.
  func decode(_ range: Range<Int>) -> [UInt8] {
    excerpt(range, -1..<StoredText.mostBytes).bytes
  }

  /// Puts together what of a part of the stored texts lies in a range of its bytes, and the rest of the
  /// words at its ends.
  ///
  /// - Parameters:
  ///   - range: Where the part lies.
  ///   - wanted: Bytes of its text; a space before them may be left out.
  /// - Returns: bytes of the text, and the place of the first of them.
  func excerpt(_ range: Range<Int>, _ wanted: Range<Int>) -> (bytes: [UInt8], start: Int) {
    var output: [UInt8] = []
    output.reserveCapacity(min(range.count * 4, wanted.count + 2 * WordScanner.longestWord))
    var start = 0
    func append(_ source: ByteView, _ bytes: Range<Int>, at position: Int) {
      guard position + bytes.count > wanted.lowerBound else { return }
      if output.isEmpty { start = position }
      if position - start > output.count { output.append(0x20) }
      source.append(bytes, to: &output)
    }
    _ = walk(range, limit: min(wanted.upperBound, StoredText.mostBytes)) { word, rank, position in
      let offset = Int(offsets[rank])
      append(spellings, offset..<(offset + word.length), at: position)
    } rare: { _, letters, _, position in
      append(texts, letters, at: position)
    }
    return (output, start)
  }

  /// Visits the pieces of a part of the stored texts with their positions in the text; a space that
  /// stands between two words is left out.
  ///
  /// - Parameters:
  ///   - range: Where the part lies.
  ///   - limit: The position from which nothing is visited.
  ///   - frequent: Called with a frequent word, its number and its position.
  ///   - rare: Called with the stored texts, where in them a word is spelt out, whether it is one or
  ///     stands between two, and its position.
  /// - Returns: the position after the last piece.
  @inline(__always)
  private func walk(
    _ range: Range<Int>, limit: Int,
    frequent: (_ word: Word, _ rank: Int, _ position: Int) -> Void,
    rare: (_ texts: Span<UInt8>, _ letters: Range<Int>, _ isWord: Bool, _ position: Int) -> Void
  ) -> Int {
    texts.withSpan { bytes in
      let end = min(range.upperBound, bytes.count)
      var next = min(max(0, range.lowerBound), end)
      var position = 0
      var kindBefore: UInt16 = 0
      while next < end, position < limit {
        let code = TextScanner.code(bytes, &next, end)
        if code == 0 {
          let head = next < end ? bytes[next] : 0
          let kind = UInt16(head & 1) << 7
          let start = min(next + 1, end)
          next = min(start + Int(head >> 1), end)
          position += Int(kind & kindBefore) >> 7
          rare(bytes, start..<next, kind != 0, position)
          position += next - start
          kindBefore = kind
        } else {
          guard code <= wordCount else { continue }
          var word = unsafe words[code - 1]
          if word.bits >= Word.unread.bits { word = read(code - 1) }
          position += Int(word.kind & kindBefore) >> 7
          frequent(word, code - 1, position)
          position += word.length
          kindBefore = word.kind
        }
      }
      return position
    }
  }

  /// Reads a number of at most 35 bits; what lies beyond the end is zero.
  ///
  /// Nobody foresees whether a word has one byte or two, so that no branch is made of it.
  @inline(__always)
  private static func code(_ bytes: Span<UInt8>, _ next: inout Int, _ end: Int) -> Int {
    let first = Int(bytes[next])
    let second = next &+ 1 < end ? Int(bytes[next &+ 1]) : 0
    let isLong = first >> 7
    next = min(next &+ 1 &+ isLong, end)
    var code = first & 0x7F | (second & 0x7F) << 7 & -isLong
    guard isLong & second >> 7 != 0 else { return code }
    for shift in stride(from: 14, through: 28, by: 7) {
      let byte = next < end ? bytes[next] : 0
      next = min(next &+ 1, end)
      code |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
    }
    return code
  }

  /// Finds out about a word.
  @inline(never)
  private func read(_ rank: Int) -> Word {
    let block = Int(spellingOffsets.u32(rank / IndexFormat.wordBlock * 4))
    var table = ByteReader(spellings, from: block)
    for _ in 0..<(rank % IndexFormat.wordBlock) { table.skip(Int(table.byte() >> 1)) }
    let head = table.byte()
    let start = table.position
    let length = min(Int(head >> 1), spellings.count - start)
    offsets[rank] = UInt32(start)
    var word = Word(bits: UInt16(length) | UInt16(head & 1) << 7)
    if head & 1 == 1 {
      let found = spellings.withSpan {
        terms.terms(of: $0.extracting(start..<(start + length)))
      }
      if found.count > 1 { severalTerms[rank] = found }
      for term in found.lazy.map(\.number) {
        while lastLinks.count <= term { lastLinks.append(0) }
        links.append((Int32(rank), lastLinks[term]))
        lastLinks[term] = Int32(links.count)
      }
      word.mark = terms.mark(ofAny: found)
    }
    unsafe words[rank] = word
    return word
  }
}

/// The scanners of one index that no search uses at the moment.
final class TextScanners: Sendable {
  private let idle = Mutex<[TextScanner]>([])

  /// Takes a scanner, on which nothing is marked.
  func take(for index: InvertedIndex) -> TextScanner {
    idle.withLock { $0.popLast() } ?? TextScanner(index.storedText, language: index.language)
  }

  /// Gives a scanner back.
  func give(_ scanner: TextScanner) {
    scanner.clear()
    idle.withLock { $0.append(scanner) }
  }
}
