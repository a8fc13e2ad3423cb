/// Words as they were typed, the last one perhaps unfinished, to find them in a short text.
struct TypedWords {
  private let analyzer: Analyzer
  private let words: [[UInt8]]
  private let last: [UInt8]

  init(_ text: String, language: Language) {
    analyzer = Analyzer(language: language, stemmer: nil)
    let all = TypedWords.folded(Array(text.utf8), analyzer).map(\.word)
    let isUnfinished = text.utf8.last.map { $0 > 0x20 } ?? false
    last = isUnfinished ? all.last ?? [] : []
    words = isUnfinished ? all.dropLast() : all
  }

  /// Whether nothing was typed.
  var isEmpty: Bool { words.isEmpty && last.isEmpty }

  /// The ranges of a text's words that were typed, or that begin as the last one does; nil unless
  /// each was found.
  func found(in text: String) -> [Range<Int>]? {
    var missing = Set(words)
    var isLastMissing = !last.isEmpty
    var ranges: [Range<Int>] = []
    for (word, range) in TypedWords.folded(Array(text.utf8), analyzer) {
      let isTyped = words.contains(word)
      let completes = !last.isEmpty && word.starts(with: last)
      guard isTyped || completes else { continue }
      missing.remove(word)
      if completes { isLastMissing = false }
      if ranges.last != range { ranges.append(range) }
    }
    return missing.isEmpty && !isLastMissing ? ranges : nil
  }

  private static func folded(
    _ bytes: [UInt8], _ analyzer: Analyzer
  ) -> [(word: [UInt8], range: Range<Int>)] {
    var found: [(word: [UInt8], range: Range<Int>)] = []
    let span = bytes.span
    var scanner = WordScanner()
    while let range = scanner.next(in: span) {
      var terms: [Term] = []
      analyzer.analyze(span.extracting(range), into: &terms)
      for term in terms where term.role == .word {
        found.append((Array(term.surface.folded), range))
      }
    }
    return found
  }
}
