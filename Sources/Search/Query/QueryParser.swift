/// Reads what a person typed, without errors: what is not understood is words.
///
/// `"exact phrase"` and `« exact phrase »` ask for neighbours, `-word` and `-"several words"` leave out
/// the articles that have all of it, `tag:key`, `category:key` and `level:key` (or the names of these
/// values, in quotes or not, with spaces around the colon or not) filter when the site has them.
struct QueryParser {
  let index: InvertedIndex
  let analyzer: Analyzer
  let vocabulary: Vocabulary

  /// Text beyond this many bytes is not read.
  private static let longestText = 4096

  func parse(_ text: String) -> Query {
    let bytes = Array(text.utf8.prefix(QueryParser.longestText))
    var query = Query()
    var exact: [Term] = []
    // Exclusions and filters are cut out first; what is left is read as words.
    let pieces = pieces(of: bytes)
    for piece in pieces {
      switch piece.kind {
      case .words:
        let places = read(bytes, piece.range, into: &query, &exact)
        if piece.isPhrase, places.count > 1 { query.phrases.append(places) }
      case .excluded:
        let terms = excluded(bytes, piece.range)
        if !terms.isEmpty { query.excluded.append(terms) }
      case .filter(.category, let key):
        query.categories.append(key)
      case .filter(.tag, let key):
        query.tags.append(key)
      case .filter(.level, let key):
        query.difficulties.append(key)
      }
    }
    // Few words begin an id or a keyword, so mostly no key need be looked for.
    if query.words.first(where: { $0.term.role == .word })?.known.beginsExactKey ?? false {
      query.exactKey = ExactKey.key(of: exact)
    }
    query.wordCount = exact.count { $0.role == .word && !$0.surface.bytes.isEmpty }
    return query
  }

  private struct Piece {
    enum Kind { case words, excluded, filter(FilterName, key: String) }
    var kind: Kind
    var range: Range<Int>
    var isPhrase = false
  }

  /// Cuts the text at quotes, exclusions and filters.
  private func pieces(of bytes: [UInt8]) -> [Piece] {
    guard bytes.contains(where: QueryParser.mayCut) else {
      return bytes.isEmpty ? [] : [Piece(kind: .words, range: bytes.indices)]
    }
    var pieces: [Piece] = []
    var wordsStart = 0
    var index = 0
    func closeWords(at end: Int) {
      guard wordsStart < end, bytes[wordsStart..<end].contains(where: { $0 > 0x20 }) else { return }
      pieces.append(Piece(kind: .words, range: wordsStart..<end))
    }
    while index < bytes.count {
      let atStart = index == 0 || bytes[index - 1] <= 0x20
      if let quoted = QuotedText.find(in: bytes, at: index) {
        let isExcluded = index > 0 && bytes[index - 1] == UInt8(ascii: "-")
        closeWords(at: isExcluded ? index - 1 : index)
        pieces.append(
          Piece(
            kind: isExcluded ? .excluded : .words, range: quoted.inner, isPhrase: !isExcluded))
        index = quoted.end
        wordsStart = index
      } else if atStart, isExclusion(bytes, at: index) {
        closeWords(at: index)
        let end = bytes[index...].firstIndex { $0 <= 0x20 } ?? bytes.count
        pieces.append(Piece(kind: .excluded, range: (index + 1)..<end))
        index = end
        wordsStart = end
      } else if atStart, let filter = filter(bytes, at: index) {
        closeWords(at: index)
        pieces.append(
          Piece(kind: .filter(filter.name, key: filter.key), range: index..<filter.end))
        index = filter.end
        wordsStart = index
      } else {
        index += 1
      }
    }
    closeWords(at: bytes.count)
    // A search for nothing but exclusions means the words themselves.
    let isOnlyExcluded = pieces.allSatisfy { piece in
      if case .excluded = piece.kind { true } else { false }
    }
    if isOnlyExcluded { for index in pieces.indices { pieces[index].kind = .words } }
    return pieces
  }

  /// Whether a byte may begin what is cut out: quotes, a hyphen, or the colon of a filter.
  private static func mayCut(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || QuotedText.mayBegin(byte)
  }

  /// Whether a hyphen before a letter leaves a word out; `-30 °C` is a temperature, and quotes are seen
  /// to when they are come to.
  private func isExclusion(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "-"), index + 1 < bytes.count,
      QuotedText.find(in: bytes, at: index + 1) == nil
    else { return false }
    return bytes[index + 1] >= 0x80 || ScalarClass.ascii(bytes[index + 1]) == .letter
  }

  /// The filter that begins at a place, such as `tag:soc`, `catégorie : alertes` or `level:"Expert"`; nil
  /// where its name or its value is none.
  private func filter(
    _ bytes: [UInt8], at start: Int
  ) -> (name: FilterName, key: String, end: Int)? {
    guard let typed = TypedFilter(bytes, at: start),
      let name = FilterName.kind(
        of: String(decoding: folded(bytes[typed.name]), as: UTF8.self))
    else { return nil }
    let quoted = QuotedText.find(in: bytes, at: typed.valueStart)
    let end = quoted?.end ?? typed.wordEnd(in: bytes)
    let value = folded(bytes[quoted?.inner ?? typed.valueStart..<end])
    guard !value.isEmpty else { return nil }
    return vocabulary.filterKeys(folded).key(name, value).map { (name, $0, end) }
  }

  /// A text without regard to case, accents, spaces and signs, as names are compared.
  private func folded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    terms(text).filter { $0.role == .word }.flatMap { Array($0.surface.folded) }
  }

  /// What is left out together: a compound as a whole where the site knows it, else every word of it.
  private func excluded(_ bytes: [UInt8], _ range: Range<Int>) -> [Term] {
    let found = terms(bytes[range])
    if let whole = found.first, whole.role == .compound, vocabulary.word(whole).isKnown {
      return [whole]
    }
    return found.filter { $0.role == .word && !$0.isStopWord && !$0.surface.bytes.isEmpty }
  }

  private func terms(_ text: ArraySlice<UInt8>) -> [Term] {
    var terms: [Term] = []
    text.withSpan { span in
      var scanner = WordScanner()
      while let word = scanner.next(in: span) {
        analyzer.analyze(span.extracting(word), into: &terms)
      }
    }
    return terms
  }

  /// Adds the words of a range, and returns their places.
  private func read(
    _ bytes: [UInt8], _ range: Range<Int>, into query: inout Query, _ exact: inout [Term]
  ) -> [Int] {
    var places: [Int] = []
    bytes[range].withSpan { span in
      var scanner = WordScanner()
      var previous: Int?
      while let word = scanner.next(in: span) {
        let terms = vocabulary.words(of: span.extracting(word), analyzer)
        exact += terms.map(\.term)
        let source = (range.lowerBound + word.lowerBound)..<(range.lowerBound + word.upperBound)
        for (offset, found) in terms.enumerated() where !found.term.surface.bytes.isEmpty {
          let term = found.term
          // A query has few words, so they are compared one by one.
          let seen = query.words.firstIndex { $0.term.surface == term.surface }
          if seen == nil {
            guard query.words.count < Ranking.mostQueryWords else { continue }
            let isLast = offset == terms.count - 1 && source.upperBound == bytes.count
            let parts = term.role == .compound && offset == 0 ? terms.count - 1 : 0
            query.words.append(
              Query.Word(
                term: term, known: found.word, source: source, isLast: isLast, parts: parts))
          }
          guard term.role == .word else { continue }
          let place = seen ?? query.words.count - 1
          places.append(place)
          if let previous, previous != place,
            !query.pairs.contains(where: { $0 == (previous, place) })
          {
            query.pairs.append((previous, place))
          }
          previous = place
        }
      }
    }
    return places
  }
}
