/// Queries that may be suggested, read once, so that a letter that is typed costs a look at the few that
/// have it.
public struct PastQueries: Sendable {
  /// The queries, most frequent first.
  public let queries: [PastQuery]
  private let texts: [FoldedText]
  /// Every word of a query with the query's number, in order.
  private let words: [(word: [UInt8], query: Int)]

  /// Reads queries.
  ///
  /// - Parameters:
  ///   - queries: The queries, most frequent first.
  ///   - language: The language they were typed in.
  public init(_ queries: [PastQuery] = [], language: Language = .other) {
    self.queries = queries
    let analyzer = Analyzer(language: language, stemmer: nil)
    texts = queries.map { FoldedText($0.text, analyzer) }
    words = texts.enumerated()
      .flatMap { query, text in text.words.map { (word: $0.word, query: query) } }
      .sorted { one, other in
        one.word == other.word
          ? one.query < other.query : one.word.lexicographicallyPrecedes(other.word)
      }
  }

  /// The most frequent queries that have every word that was typed, with where they have them.
  func matching(_ typed: TypedWords, most: Int) -> [(query: PastQuery, ranges: [Range<Int>])] {
    guard let sign = typed.longest else { return [] }
    var numbers: Set<Int> = []
    for (word, query) in words[firstPlace(notBefore: sign)...] {
      guard word.starts(with: sign) else { break }
      numbers.insert(query)
    }
    var found: [(query: PastQuery, ranges: [Range<Int>])] = []
    for number in numbers.sorted() where found.count < most {
      if let ranges = typed.found(in: texts[number]) { found.append((queries[number], ranges)) }
    }
    return found
  }

  private func firstPlace(notBefore word: [UInt8]) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].word.lexicographicallyPrecedes(word) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

/// The words of a short text as they are compared, and where they stand.
struct FoldedText: Sendable {
  private(set) var words: [(word: [UInt8], range: Range<Int>)] = []

  init(_ text: String, _ analyzer: Analyzer) {
    let bytes = Array(text.utf8)
    let span = bytes.span
    var scanner = WordScanner()
    while let range = scanner.next(in: span) {
      var terms: [Term] = []
      analyzer.analyze(span.extracting(range), into: &terms)
      for term in terms where term.role == .word {
        words.append((Array(term.surface.folded), range))
      }
    }
  }
}
