/// The dictionary key of an id or a keyword, by which a query that is equal to it finds its article.
///
/// `mot de passe` is `mot`, `de` and `passe` with the byte ``IndexFormat/Mark/exact`` after the first
/// and between the others, so it lies beside the key of its first word.
enum ExactKey {
  /// Longer keys are not made: nobody types so much by heart.
  private static let longest = 120

  /// The key of a text, without regard to case, accents and punctuation; nil without words.
  static func key(of text: [UInt8], _ analyzer: Analyzer) -> [UInt8]? {
    var scanner = WordScanner()
    var terms: [Term] = []
    let bytes = text.span
    while let range = scanner.next(in: bytes) {
      analyzer.analyze(bytes.extracting(range), into: &terms)
    }
    return key(of: terms)
  }

  /// The key of terms in order; compounds count by their parts.
  static func key(of terms: [Term]) -> [UInt8]? {
    let words = terms.filter { $0.role == .word && !$0.surface.bytes.isEmpty }
    guard let first = words.first else { return nil }
    var key = Array(first.surface.folded)
    key.append(IndexFormat.Mark.exact)
    for (place, term) in words.dropFirst().enumerated() {
      if place > 0 { key.append(0x20) }
      key += term.surface.folded
    }
    return key.count <= longest ? key : nil
  }
}
