/// Words as they were typed, the last one perhaps unfinished, to find them in a short text.
struct TypedWords {
  private let words: [[UInt8]]
  private let last: [UInt8]

  init(_ text: String, language: Language) {
    let analyzer = Analyzer(language: language, stemmer: nil)
    let all = FoldedText(text, analyzer).words.map(\.word)
    let isUnfinished = text.utf8.last.map { $0 > 0x20 } ?? false
    last = isUnfinished ? all.last ?? [] : []
    words = isUnfinished ? all.dropLast() : all
  }

  /// Whether nothing was typed.
  var isEmpty: Bool { words.isEmpty && last.isEmpty }

  /// The word with the most letters, which the fewest texts have; nil where nothing was typed.
  var longest: [UInt8]? {
    (words + [last]).max { $0.count < $1.count }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The ranges of a text's words that were typed, or that begin as the last one does; nil unless
  /// each was found.
  func found(in text: FoldedText) -> [Range<Int>]? {
    var missing = Set(words)
    var isLastMissing = !last.isEmpty
    var ranges: [Range<Int>] = []
    for (word, range) in text.words {
      let isTyped = words.contains(word)
      let completes = !last.isEmpty && word.starts(with: last)
      guard isTyped || completes else { continue }
      missing.remove(word)
      if completes { isLastMissing = false }
      if ranges.last != range { ranges.append(range) }
    }
    return missing.isEmpty && !isLastMissing ? ranges : nil
  }
}
