/// Answers searches over one index, from any number of threads.
public struct Searcher: Sendable {
  /// The index that is searched.
  public let index: InvertedIndex
  let spaces: ScoringSpaces

  /// Searches an index.
  ///
  /// - Parameter index: An open index.
  public init(index: InvertedIndex) {
    self.index = index
    spaces = ScoringSpaces(documentCount: index.documentCount)
  }

  /// Finds the articles that answer a request, best first.
  ///
  /// - Parameter request: What to look for.
  /// - Returns: The answer; an empty one when nothing matches or nothing was typed.
  public func search(_ request: SearchRequest) -> SearchResults {
    Stemmer.borrow(for: index.language) { stemmer in
      let analyzer = Analyzer(language: index.language, stemmer: stemmer)
      return search(request, QueryPlan(request.text, index: index, analyzer: analyzer), analyzer)
    }
  }

  private func search(
    _ request: SearchRequest, _ plan: QueryPlan, _ analyzer: Analyzer
  ) -> SearchResults {
    let adjustment = ScoreAdjustment(
      request, context: contextScores(request.context, analyzer), index: index)
    let answer = spaces.borrow { rank(request, plan, adjustment, in: $0) }
    if answer.total == 0, !plan.query.phrases.isEmpty {
      // Nobody wrote it so: the words without the quotes are what can be found.
      return search(request, plan.withoutPhrases(), analyzer)
    }
    return SearchResults(
      total: answer.total, hits: hits(for: answer.ranked, request, plan, adjustment),
      facets: answer.facets, suggestion: plan.suggestion)
  }

  /// The hits of a plan that was made of more than a query.
  func hits(for request: SearchRequest, _ plan: QueryPlan) -> [Hit] {
    let adjustment = ScoreAdjustment(request, context: [], index: index)
    let answer = spaces.borrow { rank(request, plan, adjustment, in: $0) }
    return hits(for: answer.ranked, request, plan, adjustment)
  }

  private struct Answer {
    var total = 0
    var ranked: [RankedDocument] = []
    var facets = FacetCounts()
  }

  /// Scores, filters and orders the articles of one page of the answer.
  private func rank(
    _ request: SearchRequest, _ plan: QueryPlan, _ adjustment: ScoreAdjustment,
    in space: ScoringSpace
  ) -> Answer {
    let query = plan.query
    var filter = FacetFilter(
      index: index, categories: request.categories + query.categories,
      difficulties: request.difficulties + query.difficulties, tags: request.tags + query.tags)
    let limit = min(max(0, request.limit), index.documentCount)
    let offset = min(max(0, request.offset), index.documentCount)
    var top = TopDocuments(limit: limit + offset)
    var answer = Answer()
    let excluded = plan.excludedDocuments(index)
    if query.words.isEmpty {
      // Filters alone list what passes them, newest first.
      guard filter.isActive, !plan.hasOtherText else { return answer }
      for document in 0..<index.documentCount
      where !excluded.contains(document) && filter.admit(document, counting: request.facets) {
        answer.total += 1
        top.insert(
          RankedDocument(document: document, score: 0, tier: index.facets.updated(document)))
      }
    } else {
      var scorer = Scorer(index: index, space: space)
      scorer.run(query, plan.matches)
      defer { space.clear(scorer.matched) }
      let tiers = QueryTiers(
        query: query, exact: Set(query.exactKey.map(index.documents(withExactKey:)) ?? []))
      var candidates = scorer.matched[...]
      let phrases = PhraseFilter(query: query)
      let verified = phrases.isActive ? verifiedDocuments(phrases, query, scorer) : []
      if phrases.isActive { candidates = verified[...] }
      for document in candidates {
        let document = Int(document)
        if !excluded.isEmpty, excluded.contains(document) { continue }
        guard filter.admit(document, counting: request.facets) else { continue }
        answer.total += 1
        let cell = space[document]
        let tier = tiers.tier(
          of: document, cell, titleLength: index.lengthCode(document, .title))
        top.insert(
          RankedDocument(
            document: document, score: adjustment.adjusted(cell.score, document), tier: tier))
      }
    }
    answer.ranked = Array(top.ranked.dropFirst(offset))
    if request.facets { answer.facets = filter.counts(documentCount: index.documentCount) }
    return answer
  }

  /// Of the best documents that may have the quoted phrases, those that do.
  private func verifiedDocuments(
    _ phrases: PhraseFilter, _ query: Query, _ scorer: Scorer
  ) -> [Int32] {
    let space = scorer.space
    var best = TopDocuments(limit: Ranking.mostVerified)
    for document in scorer.matched where phrases.admits(space[Int(document)].present) {
      let score = space[Int(document)].score
      best.insert(RankedDocument(document: Int(document), score: score, tier: 0))
    }
    var verifier = PhraseVerifier(index: index, query: query)
    return best.ranked.filter { verifier.verify($0.document) }.map { Int32($0.document) }
  }

  private func hits(
    for ranked: [RankedDocument], _ request: SearchRequest, _ plan: QueryPlan,
    _ adjustment: ScoreAdjustment
  ) -> [Hit] {
    guard !ranked.isEmpty else { return [] }
    let traces = request.explain ? traces(of: ranked, plan) : [:]
    var marker = request.snippets ? PassageMarker(index: index, plan.query, plan.matches) : nil
    return ranked.compactMap { ranked in
      guard let fields = index.document(at: ranked.document) else { return nil }
      let passage =
        request.sentences
        ? marker?.sentence(of: ranked.document) : marker?.passage(of: ranked.document)
      return Hit(
        documentNumber: ranked.document, id: fields.id, url: fields.url, title: fields.title,
        titleHighlights: marker?.highlights(in: Array(fields.title.utf8)) ?? [],
        description: fields.description, category: fields.category,
        difficulty: fields.difficulty, tags: fields.tags, updated: fields.updated,
        score: ranked.score, snippet: passage?.snippet ?? Snippet(), anchor: passage?.anchor,
        explanation: request.explain
          ? adjustment.explained(ranked, traces[ranked.document] ?? []) : nil)
    }
  }

  /// How well each article answers a conversation, 0 to 1; nothing without one.
  private func contextScores(_ context: String, _ analyzer: Analyzer) -> [Float] {
    guard !context.isEmpty else { return [] }
    let plan = QueryPlan(conversation: context, index: index, analyzer: analyzer)
    guard !plan.query.words.isEmpty else { return [] }
    return spaces.borrow { space in
      var scorer = Scorer(index: index, space: space)
      scorer.run(plan.query, plan.matches)
      defer { space.clear(scorer.matched) }
      let best = scorer.matched.reduce(Float(0)) { max($0, space[Int($1)].score) }
      guard best > 0 else { return [] }
      var scores = [Float](repeating: 0, count: index.documentCount)
      for document in scorer.matched {
        scores[Int(document)] = space[Int(document)].score / best
      }
      return scores
    }
  }

  /// What each word adds to the scores of some documents.
  private func traces(of ranked: [RankedDocument], _ plan: QueryPlan) -> [Int: [Explanation]] {
    spaces.borrow { space in
      var scorer = Scorer(index: index, space: space)
      scorer.traced = Set(ranked.map(\.document))
      scorer.run(plan.query, plan.matches)
      space.clear(scorer.matched)
      return scorer.traces
    }
  }
}
