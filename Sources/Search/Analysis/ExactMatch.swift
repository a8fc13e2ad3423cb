/// What a query must be equal to, to mean one article: its title, its id or one of its keywords.
enum ExactMatch {
  /// The hash of the words of a text, without regard to case, accents and punctuation.
  ///
  /// - Returns: nil when the text has no words.
  static func hash(of text: [UInt8], _ analyzer: Analyzer) -> UInt32? {
    var scanner = WordScanner()
    var terms: [Term] = []
    let bytes = text.span
    while let range = scanner.next(in: bytes) {
      analyzer.analyze(bytes.extracting(range), into: &terms)
    }
    return hash(of: terms)
  }

  /// The hash of terms in order; compounds count by their parts.
  static func hash(of terms: [Term]) -> UInt32? {
    let words = terms.filter { $0.role == .word }
    guard !words.isEmpty else { return nil }
    var joined: [UInt8] = []
    for term in words {
      joined += term.surface.folded
      joined.append(0x20)
    }
    return Checksum.hash(joined.span)
  }
}
