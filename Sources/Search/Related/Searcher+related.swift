extension Searcher {
  /// Finds the articles that answer a conversation or a ticket, best first.
  ///
  /// The words that say most about the text are picked by tf-idf against the site; the articles are
  /// ranked as those of any search for these words would be.
  ///
  /// - Parameter request: What is to be answered.
  /// - Returns: The articles; none when the text has no word of the site.
  public func related(_ request: RelatedRequest) -> [RelatedHit] {
    guard request.limit > 0 else { return [] }
    return Stemmer.borrow(for: index.language) { stemmer in
      let analyzer = Analyzer(language: index.language, stemmer: stemmer)
      let plan = QueryPlan(
        conversation: request.text, index: index, analyzer: analyzer, vocabulary: vocabulary)
      guard !plan.query.words.isEmpty else { return [] }
      let search = SearchRequest(
        text: "", level: request.level, limit: request.limit, facets: false, sentences: true,
        popularity: request.popularity)
      return hits(for: search, plan).map {
        RelatedHit(hit: $0, words: Searcher.markedWords(of: $0))
      }
    }
  }

  /// The words that are marked in a hit, in lower case, each once.
  private static func markedWords(of hit: Hit) -> [String] {
    var words: [String] = []
    for snippet in [Snippet(text: hit.title, highlights: hit.titleHighlights), hit.snippet] {
      let bytes = Array(snippet.text.utf8)
      for range in snippet.highlights where range.upperBound <= bytes.count {
        let word = String(decoding: bytes[range], as: UTF8.self).lowercased()
        if !words.contains(word) { words.append(word) }
      }
    }
    return words
  }
}
