/// Reads what a person typed, without errors: what is not understood is words.
///
/// `"exact phrase"` and `« exact phrase »` ask for neighbours, `-word` leaves articles out, `tag:key`,
/// `category:key` and `level:key` (or the names of these values) filter when the site has them.
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
        query.excluded += terms(bytes, piece.range).filter { !$0.isStopWord }
      case .filter:
        break
      }
    }
    if pieces.count > 1 || pieces.first?.kind == .filter {
      applyFilters(pieces, bytes, to: &query)
    }
    // Few words begin an id or a keyword, so mostly no key need be looked for.
    if query.words.first(where: { $0.term.role == .word })?.known.beginsExactKey ?? false {
      query.exactKey = ExactKey.key(of: exact)
    }
    query.wordCount = exact.count { $0.role == .word && !$0.surface.bytes.isEmpty }
    return query
  }

  private struct Piece {
    enum Kind { case words, excluded, filter }
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
      if wordsStart < end { pieces.append(Piece(kind: .words, range: wordsStart..<end)) }
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
      } else if atStart, let end = filter(bytes, at: index)?.end {
        closeWords(at: index)
        pieces.append(Piece(kind: .filter, range: index..<end))
        index = end
        wordsStart = end
      } else {
        index += 1
      }
    }
    closeWords(at: bytes.count)
    // A search for nothing but exclusions means the words themselves.
    if !pieces.contains(where: { $0.kind != .excluded }) {
      for index in pieces.indices { pieces[index].kind = .words }
    }
    return pieces
  }

  /// Whether a byte may begin what is cut out: quotes, a hyphen, or the colon of a filter.
  private static func mayCut(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || QuotedText.mayBegin(byte)
  }

  /// Whether a hyphen before a letter leaves a word out; `-30 °C` is a temperature.
  private func isExclusion(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "-"), index + 1 < bytes.count else { return false }
    return bytes[index + 1] >= 0x80 || ScalarClass.ascii(bytes[index + 1]) == .letter
  }

  private func filter(
    _ bytes: [UInt8], at start: Int
  ) -> (kind: FilterName, value: String, end: Int)? {
    let end = bytes[start...].firstIndex { $0 <= 0x20 } ?? bytes.count
    let piece = bytes[start..<end]
    guard let colon = piece.firstIndex(of: UInt8(ascii: ":")), colon + 1 < end else { return nil }
    let name = String(decoding: folded(piece[..<colon]), as: UTF8.self)
    guard let kind = FilterName.kind(of: name) else { return nil }
    let value = folded(piece[(colon + 1)...])
    let facets = index.facets
    let values =
      switch kind {
      case .category: facets.categories
      case .level: facets.difficulties
      case .tag: facets.tags
      }
    // A key is meant before a label that happens to be the same.
    let match =
      values.first { folded(Array($0.key.utf8)[...]) == value }
      ?? values.first { folded(Array($0.label.utf8)[...]) == value }
    return match.map { (kind, $0.key, end) }
  }

  /// A text without regard to case, accents, spaces and signs, as names are compared.
  private func folded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    text.withSpan { span in
      var scanner = WordScanner()
      var terms: [Term] = []
      while let word = scanner.next(in: span) {
        terms.removeAll(keepingCapacity: true)
        analyzer.analyze(span.extracting(word), into: &terms)
        for term in terms where term.role == .word { letters += term.surface.folded }
      }
    }
    return letters
  }

  private func applyFilters(_ pieces: [Piece], _ bytes: [UInt8], to query: inout Query) {
    for piece in pieces where piece.kind == .filter {
      guard let filter = filter(bytes, at: piece.range.lowerBound) else { continue }
      switch filter.kind {
      case .category: query.categories.append(filter.value)
      case .tag: query.tags.append(filter.value)
      case .level: query.difficulties.append(filter.value)
      }
    }
  }

  private func terms(_ bytes: [UInt8], _ range: Range<Int>) -> [Term] {
    var terms: [Term] = []
    bytes[range].withSpan { span in
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
          if let previous, previous != place { query.pairs.append((previous, place)) }
          previous = place
        }
      }
    }
    return places
  }
}
