/// The analysis of consecutive documents.
///
/// Segments of one index can be made by several tasks at once; ``IndexBuilder`` puts them together
/// in document order, with the same bytes as if one segment had held them all.
public struct IndexSegment: Sendable {
  let language: Language

  /// Words as written, and what stands between them.
  var words = ByteInterner()
  /// For each word, where its terms end in `wordTerms`.
  var wordTermEnds: [UInt32] = []
  /// Surface numbers times two, plus one for a compound that shares a position.
  var wordTerms: [UInt32] = []
  /// How often each word is stored.
  var wordCounts: [UInt32] = []

  /// Dictionary keys.
  var surfaces = ByteInterner()
  /// Stems, and the stem of each surface.
  var stems = ByteInterner()
  var surfaceStems: [UInt32] = []
  var surfaceIsStopWord: [Bool] = []

  /// For each document its surfaces and counts, as varints.
  var postings = ByteWriter()
  /// For each document its stored text, as varints of word numbers.
  var stream = ByteWriter()
  /// For each document the words of its title, as a count and word numbers.
  var titles = ByteWriter()
  var records: [StoredRecord] = []

  // Scratch space for one document, kept to spare allocations.
  private var counts: [FieldCounts] = []
  private var touched: [UInt32] = []
  private var lengths = [Int](repeating: 0, count: Field.count)
  private var scratch: [Term] = []

  /// Begins an empty segment.
  ///
  /// - Parameter language: The language of its documents.
  public init(language: Language) { self.language = language }

  /// The number of documents added so far.
  public var documentCount: Int { records.count }

  /// Analyses one document and takes what the index needs of it.
  ///
  /// - Parameter document: The next document in the index's order.
  public mutating func add(_ document: Document) {
    Stemmer.borrow(for: language) { stemmer in
      let analyzer = Analyzer(language: language, stemmer: stemmer)
      let wordsStart = stream.count
      var title: [Int] = []
      index(Array(document.title.utf8), as: .title, stored: false, analyzer) { title.append($0) }
      titles.append(varint: title.count)
      for word in title { titles.append(varint: word) }
      for keyword in document.keywords {
        index(Array(keyword.utf8), as: .keywords, stored: false, analyzer)
      }
      for label in document.tagLabels.isEmpty ? document.tags : document.tagLabels {
        index(Array(label.utf8), as: .tags, stored: false, analyzer)
      }
      index(Array(document.description.utf8), as: .description, stored: true, analyzer)
      let descriptionEnd = stream.count
      var parts: [StoredRecord.Part] = []
      for section in document.sections {
        index(Array(section.heading.utf8), as: .headings, stored: true, analyzer)
        let headingEnd = stream.count
        index(section.text, as: .body, stored: true, analyzer)
        parts.append(
          StoredRecord.Part(
            anchor: Array(section.anchor.utf8), heading: Array(section.heading.utf8),
            headingEnd: headingEnd, textEnd: stream.count))
      }
      for text in Set([document.id] + document.keywords).sorted() {
        add(exact: text, analyzer)
      }
      finishPostings()
      records.append(
        StoredRecord(
          id: document.id, url: document.url, title: document.title,
          description: document.description, category: document.category,
          categoryLabel: document.categoryLabel, difficulty: document.difficulty,
          difficultyLabel: document.difficultyLabel, tags: document.tags,
          tagLabels: document.tagLabels.count == document.tags.count
            ? document.tagLabels : document.tags,
          updated: document.updated, lengths: lengths, wordsStart: wordsStart,
          descriptionEnd: descriptionEnd, parts: parts))
      for index in lengths.indices { lengths[index] = 0 }
    }
  }

  /// Counts the words of a text in a field, and stores it if asked to.
  private mutating func index(
    _ text: [UInt8], as field: Field, stored: Bool, _ analyzer: Analyzer,
    word seen: (Int) -> Void = { _ in }
  ) {
    let bytes = text.span
    var scanner = WordScanner()
    var end = 0
    while let range = scanner.next(in: bytes) {
      if stored { store(bytes, gap: end..<range.lowerBound, isFirst: end == 0) }
      end = range.upperBound
      let word = intern(bytes.extracting(range), analyzer)
      if stored { append(word: word) }
      seen(word)
      let first = word == 0 ? 0 : Int(wordTermEnds[word - 1])
      for entry in wordTerms[first..<Int(wordTermEnds[word])] {
        let surface = Int(entry >> 1)
        if counts[surface].packed == 0 { touched.append(UInt32(surface)) }
        counts[surface].add(field)
        if entry & 1 == 0 { lengths[field.rawValue] += 1 }
      }
    }
    if stored { store(bytes, gap: end..<bytes.count, isFirst: true) }
  }

  /// Stores what stands between two words; one space is understood.
  private mutating func store(_ bytes: Span<UInt8>, gap: Range<Int>, isFirst: Bool) {
    if !isFirst, gap.count == 1, bytes[gap.lowerBound] == 0x20 { return }
    var start = gap.lowerBound
    // Two words that touch, as in `50%`, are kept apart by an empty separator.
    while start < gap.upperBound || (!isFirst && start == gap.lowerBound) {
      let end = min(start + WordScanner.longestWord, gap.upperBound)
      let (number, isNew) = words.intern(bytes.extracting(start..<end))
      if isNew {
        wordTermEnds.append(UInt32(wordTerms.count))
        wordCounts.append(0)
      }
      append(word: number)
      if start == end { return }
      start = end
    }
  }

  private mutating func append(word: Int) {
    wordCounts[word] += 1
    stream.append(varint: word)
  }

  /// The number of a word; a new one is analysed.
  private mutating func intern(_ word: Span<UInt8>, _ analyzer: Analyzer) -> Int {
    let (number, isNew) = words.intern(word)
    guard isNew else { return number }
    scratch.removeAll(keepingCapacity: true)
    analyzer.analyze(word, into: &scratch)
    for term in scratch where !term.surface.bytes.isEmpty {
      let surface = intern(term.surface.bytes, stem: term.stem, isStopWord: term.isStopWord)
      wordTerms.append(UInt32(surface) << 1 | (term.role == .compound ? 1 : 0))
    }
    wordTermEnds.append(UInt32(wordTerms.count))
    wordCounts.append(0)
    return number
  }

  /// The number of a dictionary key.
  private mutating func intern(_ key: [UInt8], stem: [UInt8], isStopWord: Bool) -> Int {
    let (surface, isNew) = surfaces.intern(key)
    if isNew {
      surfaceStems.append(UInt32(stems.intern(stem).number))
      surfaceIsStopWord.append(isStopWord)
      counts.append(FieldCounts(packed: 0))
    }
    return surface
  }

  /// Adds a key for an id or a keyword as a whole.
  private mutating func add(exact text: String, _ analyzer: Analyzer) {
    guard let key = ExactKey.key(of: Array(text.utf8), analyzer) else { return }
    let surface = intern(key, stem: key, isStopWord: true)
    if counts[surface].packed == 0 { touched.append(UInt32(surface)) }
    counts[surface].packed = 1 << FieldCounts.shift(.body)
  }

  private mutating func finishPostings() {
    postings.append(varint: touched.count)
    for surface in touched {
      let count = counts[Int(surface)]
      postings.append(varint: Int(surface))
      postings.append(
        varint: count.isBodyOnly ? Int(count[.body]) << 1 : Int(count.packed) << 1 | 1)
      counts[Int(surface)].packed = 0
    }
    touched.removeAll(keepingCapacity: true)
  }
}
