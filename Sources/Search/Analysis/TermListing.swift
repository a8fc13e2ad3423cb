/// The terms of a text, laid open: what another implementation of the analysis is compared with.
public enum TermListing {
  /// One term; see the part "From text to terms" of `docs/search.md`.
  public struct Entry: Sendable {
    /// The dictionary key: the folded word, and the accents that folding lost.
    public let key: [UInt8]
    /// The folded stem, shared by all words of one class.
    public let stem: [UInt8]
    /// Whether the term is a compound beside its parts.
    public let isCompound: Bool
    /// Whether the word says little about an article.
    public let isStopWord: Bool
  }

  /// Reads a text as an index and a query do.
  ///
  /// - Parameters:
  ///   - text: UTF-8; bytes that are not count as separators.
  ///   - language: decides on stems, stop words and elisions.
  /// - Returns: The terms in order; `48V` gives `48v`, a compound, then `48` and `v`.
  public static func terms(of text: [UInt8], language: Language) -> [Entry] {
    Stemmer.borrow(for: language) { stemmer in
      let analyzer = Analyzer(language: language, stemmer: stemmer)
      let bytes = text.span
      var scanner = WordScanner()
      var terms: [Term] = []
      while let range = scanner.next(in: bytes) {
        analyzer.analyze(bytes.extracting(range), into: &terms)
      }
      return terms.map {
        Entry(
          key: $0.surface.bytes, stem: $0.stem, isCompound: $0.role == .compound,
          isStopWord: $0.isStopWord)
      }
    }
  }
}
