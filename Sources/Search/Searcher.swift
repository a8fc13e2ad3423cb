/// Answers searches over one index, from any number of threads.
public struct Searcher: Sendable {
  /// The index that is searched.
  public let index: InvertedIndex

  /// Searches an index.
  ///
  /// - Parameter index: An open index.
  public init(index: InvertedIndex) { self.index = index }

  /// Finds the articles that answer a request, best first.
  ///
  /// - Parameter request: What to look for.
  /// - Returns: The answer; an empty one when nothing matches or nothing was typed.
  public func search(_ request: SearchRequest) -> SearchResults {
    Stemmer.borrow(for: index.language) { stemmer in
      search(request, Analyzer(language: index.language, stemmer: stemmer))
    }
  }

  private func search(_ request: SearchRequest, _ analyzer: Analyzer) -> SearchResults {
    let query = QueryParser(index: index, analyzer: analyzer).parse(request.text)
    let matcher = WordMatcher(index: index, analyzer: analyzer)
    let synonyms = SynonymExpander(index: index).alternatives(for: query)
    let matches = zip(query.words, synonyms).map { matcher.match($0, synonyms: $1) }
    var filter = FacetFilter(
      index: index, categories: request.categories + query.categories,
      difficulties: request.difficulties + query.difficulties, tags: request.tags + query.tags)

    var scorer = Scorer(index: index)
    scorer.run(query, matches)
    let exact = Set(query.exactHash.map(index.exactMatches) ?? [])
    let tiers = QueryTiers(query: query, exact: exact)
    let phrases = PhraseFilter(query: query, matches: matches)
    let excluded = documents(with: query.excluded, matcher)

    let limit = min(max(0, request.limit), index.documentCount)
    let offset = min(max(0, request.offset), index.documentCount)
    var top = TopDocuments(limit: limit + offset)
    var total = 0
    func consider(_ document: Int, score: Float, tier: Int) {
      guard filter.admit(document, counting: request.facets) else { return }
      total += 1
      top.insert(RankedDocument(document: document, score: score, tier: tier))
    }
    if query.words.isEmpty {
      // Filters alone list what passes them, newest first.
      if filter.isActive, !hasText(request.text, query) {
        for document in 0..<index.documentCount where !excluded.contains(document) {
          consider(document, score: 0, tier: Int(index.updated(document)))
        }
      }
    } else {
      for document in scorer.matched where !excluded.contains(document) {
        guard phrases.admits(document, scorer) else { continue }
        let tier = tiers.tier(of: document, present: scorer.present[document])
        consider(document, score: scorer.scores[document], tier: tier)
      }
    }
    let ranked = Array(top.ranked.dropFirst(offset))
    let hits = hits(for: ranked, request, query, matches)
    return SearchResults(
      total: total, hits: hits, facets: request.facets ? filter.counts : FacetCounts(),
      suggestion: suggestion(for: request.text, query, matches))
  }

  /// Whether something besides filters was typed that is no word, such as a picture.
  private func hasText(_ text: String, _ query: Query) -> Bool {
    query.categories.isEmpty && query.difficulties.isEmpty && query.tags.isEmpty
      && text.utf8.contains { $0 > 0x20 }
  }

  private func documents(with excluded: [Term], _ matcher: WordMatcher) -> Set<Int> {
    var found: Set<Int> = []
    for term in excluded {
      let word = Query.Word(term: term, source: 0..<0, isLast: false, parts: 0)
      for alternative in matcher.match(word).alternatives where alternative.kind == .word {
        for member in alternative.members {
          index.postings.forEach(of: member) { document, _ in found.insert(document) }
        }
      }
    }
    return found
  }

  private func hits(
    for ranked: [RankedDocument], _ request: SearchRequest, _ query: Query,
    _ matches: [WordMatch]
  ) -> [Hit] {
    var traces: [Int: [Explanation]] = [:]
    if request.explain {
      var scorer = Scorer(index: index, traced: Set(ranked.map(\.document)))
      scorer.run(query, matches)
      traces = scorer.traces
    }
    var marker =
      request.snippets ? PassageMarker(index: index, query, matches) : nil
    return ranked.compactMap { ranked in
      guard let fields = index.document(at: ranked.document) else { return nil }
      let passage = marker?.passage(of: ranked.document)
      return Hit(
        documentNumber: ranked.document, id: fields.id, url: fields.url, title: fields.title,
        titleHighlights: marker?.highlights(in: Array(fields.title.utf8)) ?? [],
        description: passage?.description ?? "", category: fields.category,
        difficulty: fields.difficulty, tags: fields.tags, updated: fields.updated,
        score: ranked.score, snippet: passage?.snippet ?? Snippet(), anchor: passage?.anchor,
        explanation: request.explain
          ? Searcher.explain(ranked, traces[ranked.document] ?? []) : nil)
    }
  }

  private static func explain(_ ranked: RankedDocument, _ parts: [Explanation]) -> Explanation {
    let label =
      switch ranked.tier {
      case 2...: "score, first because the title, id or a keyword is what was typed"
      case 1: "score, ahead of articles that lack a word"
      default: "score"
      }
    return Explanation(label: label, value: ranked.score, children: parts)
  }

  /// The text with repaired words in place of what was typed; nil when none was repaired.
  private func suggestion(
    for text: String, _ query: Query, _ matches: [WordMatch]
  ) -> String? {
    let repairs = zip(query.words, matches).compactMap { word, match in
      match.repaired.map { (range: word.source, spelling: $0) }
    }
    guard !repairs.isEmpty else { return nil }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var position = 0
    for repair in repairs.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where repair.range.lowerBound >= position {
      output += bytes[position..<repair.range.lowerBound]
      output += repair.spelling
      position = repair.range.upperBound
    }
    output += bytes[position...]
    return String(decoding: output, as: UTF8.self)
  }
}
