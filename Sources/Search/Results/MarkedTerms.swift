/// Which words of texts stand for the words of a query.
///
/// The folded words of an index get a number when they are first read or asked for; a query marks the
/// numbers of its own, so that what a word of a text stands for need not be compared letter by letter.
struct MarkedTerms {
  private let analyzer: Analyzer
  private var folded = ByteInterner()
  /// The numbers of entries of the dictionary that were marked before.
  private var numbers: [Int: Int] = [:]
  /// For each number one more than the place in the query; 0 for most.
  private var marks: [UInt8] = []
  private var marked: [Int] = []
  private var beginnings = WordBeginnings()
  /// Words that were met spelt out, and the terms of each.
  private var spelt = ByteInterner()
  private var speltTerms: [[NumberedTerm]] = []

  /// More words that were met spelt out are not kept.
  private static let mostSpelt = 1 << 14

  init(language: Language) {
    // Comparing spellings, the stems need not be found.
    analyzer = Analyzer(language: language, stemmer: nil)
  }

  /// One of the terms of a word as it is written.
  struct NumberedTerm {
    var number: Int
    var role: Term.Role
  }

  /// Marks an entry of the dictionary; one that is marked already keeps its place.
  ///
  /// - Returns: its number if it was not marked.
  mutating func mark(_ entry: TermEntry, of dictionary: TermDictionary, place: Int) -> Int? {
    let number: Int
    if let known = numbers[entry.ordinal] {
      number = known
    } else {
      number = self.number(of: Array(dictionary.key(of: entry).folded))
      numbers[entry.ordinal] = number
    }
    return mark(number, place: place)
  }

  /// Marks a folded word; one that is marked already keeps its place.
  ///
  /// - Returns: its number if it was not marked.
  mutating func mark(_ word: [UInt8], place: Int) -> Int? {
    let number = number(of: word)
    return mark(number, place: place)
  }

  private mutating func mark(_ number: Int, place: Int) -> Int? {
    guard marks[number] == 0 else { return nil }
    // A query has at most 64 words; 0xFF says that a word of a text was not read.
    marks[number] = UInt8(min(place + 1, 0xFE))
    marked.append(number)
    beginnings.insert(folded[number])
    return number
  }

  /// Forgets the query.
  ///
  /// - Parameter each: Called with each number that was marked.
  mutating func clear(_ each: (Int) -> Void) {
    guard !marked.isEmpty else { return }
    for number in marked {
      marks[number] = 0
      each(number)
    }
    marked.removeAll(keepingCapacity: true)
    beginnings = WordBeginnings()
    if spelt.count >= MarkedTerms.mostSpelt {
      spelt = ByteInterner()
      speltTerms = []
    }
  }

  var isEmpty: Bool { marked.isEmpty }

  /// The mark of a term; 0 when it stands for nothing.
  func mark(of term: NumberedTerm) -> UInt8 { marks[term.number] }

  /// The mark of the first of some terms that has one; 0 when none has.
  func mark(ofAny terms: [NumberedTerm]) -> UInt8 {
    for term in terms where marks[term.number] != 0 { return marks[term.number] }
    return 0
  }

  /// The terms of a word as it is written.
  mutating func terms(of word: Span<UInt8>) -> [NumberedTerm] {
    if let plain = Analyzer.plain(word) {
      return [NumberedTerm(number: number(of: plain), role: .word)]
    }
    var terms: [Term] = []
    analyzer.analyze(word, into: &terms)
    return terms.map {
      NumberedTerm(number: number(of: Array($0.surface.folded)), role: $0.role)
    }
  }

  /// The terms of a word that is spelt out in a text.
  mutating func terms(ofSpelt word: Span<UInt8>) -> [NumberedTerm] {
    let (number, isNew) = spelt.intern(word)
    if isNew { speltTerms.append(terms(of: word)) }
    return speltTerms[number]
  }

  /// The mark of a word that is spelt out in a text; 0 when it stands for nothing.
  mutating func mark(ofWord range: Range<Int>, in bytes: Span<UInt8>) -> UInt8 {
    guard !range.isEmpty, beginnings.mayMatch(bytes, range) else { return 0 }
    let known = terms(ofSpelt: bytes.extracting(range))
    return mark(ofAny: known)
  }

  private mutating func number(of word: [UInt8]) -> Int {
    let (number, isNew) = folded.intern(word)
    if isNew { marks.append(0) }
    return number
  }
}
