/// Reads what a person typed, without errors: what is not understood is words.
///
/// `"exact phrase"` asks for neighbours, `-word` leaves articles out, `tag:key`, `category:key`
/// and `level:key` filter when the site has such a key.
struct QueryParser {
  let index: InvertedIndex
  let analyzer: Analyzer

  /// Text beyond this many bytes is not read.
  private static let longestText = 4096

  func parse(_ text: String) -> Query {
    let bytes = Array(text.utf8.prefix(QueryParser.longestText))
    var query = Query()
    var seen: [SurfaceKey: Int] = [:]
    var exact: [Term] = []
    // Exclusions and filters are cut out first; what is left is read as words.
    for piece in pieces(of: bytes) {
      switch piece.kind {
      case .words:
        let places = read(bytes, piece.range, into: &query, &seen, &exact)
        if piece.isPhrase, places.count > 1 { query.phrases.append(places) }
      case .excluded:
        query.excluded += terms(bytes, piece.range).filter { !$0.isStopWord }
      case .filter:
        break
      }
    }
    applyFilters(bytes, to: &query)
    query.exactHash = ExactMatch.hash(of: exact)
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
    var pieces: [Piece] = []
    var wordsStart = 0
    var index = 0
    func closeWords(at end: Int) {
      if wordsStart < end { pieces.append(Piece(kind: .words, range: wordsStart..<end)) }
    }
    while index < bytes.count {
      let atStart = index == 0 || bytes[index - 1] <= 0x20
      if bytes[index] == UInt8(ascii: "\""),
        let close = bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "\""))
      {
        let isExcluded = index > 0 && bytes[index - 1] == UInt8(ascii: "-")
        closeWords(at: isExcluded ? index - 1 : index)
        pieces.append(
          Piece(
            kind: isExcluded ? .excluded : .words, range: (index + 1)..<close,
            isPhrase: !isExcluded))
        index = close + 1
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

  /// Whether a hyphen before a letter leaves a word out; `-30 °C` is a temperature.
  private func isExclusion(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "-"), index + 1 < bytes.count else { return false }
    return bytes[index + 1] >= 0x80 || ScalarClass.ascii(bytes[index + 1]) == .letter
  }

  private func filter(
    _ bytes: [UInt8], at start: Int
  ) -> (name: String, value: String, end: Int)? {
    let end = bytes[start...].firstIndex { $0 <= 0x20 } ?? bytes.count
    let piece = bytes[start..<end]
    guard let colon = piece.firstIndex(of: UInt8(ascii: ":")), colon + 1 < end else { return nil }
    let name = String(decoding: piece[..<colon], as: UTF8.self).lowercased()
    let value = String(decoding: piece[(colon + 1)...], as: UTF8.self)
    switch name {
    case "category" where index.categories.contains(value),
      "level" where index.difficulties.contains(value),
      "difficulty" where index.difficulties.contains(value),
      "tag" where index.tags.contains(value):
      return (name, value, end)
    default:
      return nil
    }
  }

  private func applyFilters(_ bytes: [UInt8], to query: inout Query) {
    for piece in pieces(of: bytes) where piece.kind == .filter {
      guard let filter = filter(bytes, at: piece.range.lowerBound) else { continue }
      switch filter.name {
      case "category": query.categories.append(filter.value)
      case "tag": query.tags.append(filter.value)
      default: query.difficulties.append(filter.value)
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
    _ bytes: [UInt8], _ range: Range<Int>, into query: inout Query,
    _ seen: inout [SurfaceKey: Int], _ exact: inout [Term]
  ) -> [Int] {
    var places: [Int] = []
    bytes[range].withSpan { span in
      var scanner = WordScanner()
      var previous: Int?
      var terms: [Term] = []
      while let word = scanner.next(in: span) {
        terms.removeAll(keepingCapacity: true)
        analyzer.analyze(span.extracting(word), into: &terms)
        exact += terms
        let source = (range.lowerBound + word.lowerBound)..<(range.lowerBound + word.upperBound)
        for (offset, term) in terms.enumerated() where !term.surface.bytes.isEmpty {
          if seen[term.surface] == nil {
            guard query.words.count < Ranking.mostQueryWords else { continue }
            seen[term.surface] = query.words.count
            let isLast = offset == terms.count - 1 && source.upperBound == bytes.count
            let parts = term.role == .compound && offset == 0 ? terms.count - 1 : 0
            query.words.append(
              Query.Word(term: term, source: source, isLast: isLast, parts: parts))
          }
          guard let place = seen[term.surface], term.role == .word else { continue }
          places.append(place)
          if let previous, previous != place { query.pairs.append((previous, place)) }
          previous = place
        }
      }
    }
    return places
  }
}
