extension Searcher {
  /// Past queries take at most this share of the suggestions.
  private static let queryShare = 3
  /// How many articles are looked at for each suggestion.
  private static let candidates = 2

  /// Completes what was typed: past queries that have every word of it, then articles whose title,
  /// keywords or headings have it, each by its title or by the section that has it.
  ///
  /// - Parameter request: What to complete.
  /// - Returns: The suggestions, best first; none when nothing was typed.
  public func suggest(_ request: SuggestRequest) -> [Suggestion] {
    guard !TypedWords(request.text, language: index.language).isEmpty, request.limit > 0 else {
      return []
    }
    return Stemmer.borrow(for: index.language) { stemmer in
      let analyzer = Analyzer(language: index.language, stemmer: stemmer)
      let plan = QueryPlan(
        request.text, index: index, analyzer: analyzer, vocabulary: vocabulary)
      let queries = queries(request, plan)
      return queries + pages(request, plan, most: request.limit - queries.count)
    }
  }

  /// Suggests queries that others typed, as it was typed or as it was understood.
  private func queries(_ request: SuggestRequest, _ plan: QueryPlan) -> [Suggestion] {
    let most = max(1, request.limit / Searcher.queryShare)
    for text in [request.text, plan.suggestion].compactMap(\.self) {
      let found = request.pastQueries.matching(
        TypedWords(text, language: index.language), most: most)
      guard found.isEmpty else {
        return found.map {
          Suggestion(kind: .query, text: $0.query.text, highlights: $0.ranges)
        }
      }
    }
    return []
  }

  /// Suggests articles and sections.
  private func pages(
    _ request: SuggestRequest, _ plan: QueryPlan, most: Int
  ) -> [Suggestion] {
    guard !plan.query.words.isEmpty else { return [] }
    let documents = named(plan, request.popularity, most: most * Searcher.candidates)
    let scanner = scanners.take(for: index)
    defer { scanners.give(scanner) }
    let marker = PassageMarker(index: index, plan.query, plan.matches, scanner: scanner)
    var found: [Suggestion] = []
    for document in documents where found.count < most {
      guard let fields = index.document(at: document) else { continue }
      found += suggestions(for: fields, index.headings(of: document), marker)
        .prefix(most - found.count)
    }
    return found
  }

  /// The documents that have the words in their title, keywords or headings; those that have all
  /// of them first.
  private func named(_ plan: QueryPlan, _ popularity: Popularity?, most: Int) -> [Int] {
    let scoring = scoring(
      plan, fields: FieldCounts.lanes(of: [.title, .keywords, .headings]))
    let adjustment = ScoreAdjustment(
      SearchRequest(text: "", popularity: popularity), context: [], index: index)
    var counts = [Int32](repeating: 0, count: index.documentCount)
    for place in scoring.words.indices {
      scoring.documents(withAnyOfEach: [[place]], documentCount: index.documentCount)
        .forEach { counts[$0] += 1 }
    }
    var top = TopDocuments(limit: most)
    return spaces.borrow(scoring) { space in
      space.matched.forEach { document in
        let score = adjustment.adjusted(space.score(document), document)
        top.insert(
          RankedDocument(document: document, score: score, tier: Int(counts[document])))
      }
      return top.ranked.map(\.document)
    }
  }

  /// An article by its title, and its section if a heading has more of what was typed.
  private func suggestions(
    for fields: IndexedDocument, _ headings: [IndexedHeading], _ marker: PassageMarker
  ) -> [Suggestion] {
    let title = Array(fields.title.utf8)
    let inTitle = marker.places(in: title)
    var suggestions: [Suggestion] = []
    if !inTitle.isEmpty || headings.isEmpty {
      suggestions.append(
        Suggestion(
          kind: .article, text: fields.title, highlights: marker.highlights(in: title),
          url: fields.url, id: fields.id))
    }
    var best: (heading: IndexedHeading, count: Int)?
    for heading in headings {
      let count = marker.places(in: Array(heading.text.utf8)).count
      if count > best?.count ?? max(0, inTitle.count - 1) { best = (heading, count) }
    }
    if let heading = best?.heading {
      suggestions.append(
        Suggestion(
          kind: .section, text: heading.text,
          highlights: marker.highlights(in: Array(heading.text.utf8)), url: fields.url,
          anchor: heading.anchor, id: fields.id, title: fields.title))
    }
    if suggestions.isEmpty {
      // Only a keyword, which is not shown, has what was typed.
      suggestions.append(
        Suggestion(kind: .article, text: fields.title, url: fields.url, id: fields.id))
    }
    return suggestions
  }
}
