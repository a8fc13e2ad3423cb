/// Answers searches over one index, from any number of threads.
public struct Searcher: Sendable {
  /// The index that is searched.
  public let index: InvertedIndex
  let spaces: ScoringSpaces
  let postings: DecodedPostings
  let vocabulary: Vocabulary
  private let documents: StoredDocuments
  let scanners = TextScanners()
  private let facetSets = LazyFacetSets()

  /// Searches an index.
  ///
  /// - Parameter index: An open index.
  public init(index: InvertedIndex) {
    self.index = index
    spaces = ScoringSpaces(documentCount: index.documentCount)
    postings = DecodedPostings(index: index)
    vocabulary = Vocabulary(index: index)
    documents = StoredDocuments(index: index)
  }

  /// Finds the articles that answer a request, best first.
  ///
  /// - Parameter request: What to look for.
  /// - Returns: The answer; an empty one when nothing matches or nothing was typed.
  public func search(_ request: SearchRequest) -> SearchResults {
    Stemmer.borrow(for: index.language) { stemmer in
      let analyzer = Analyzer(language: index.language, stemmer: stemmer)
      let plan = QueryPlan(
        request.text, index: index, analyzer: analyzer, vocabulary: vocabulary)
      return search(request, plan, analyzer)
    }
  }

  private func search(
    _ request: SearchRequest, _ plan: QueryPlan, _ analyzer: Analyzer
  ) -> SearchResults {
    let adjustment = ScoreAdjustment(
      request, context: contextScores(request.context, analyzer), index: index)
    let answer = rank(request, plan, adjustment)
    if answer.isPhraseUnknown {
      // Nobody wrote it so: the words without the quotes are what can be found.
      var results = search(request, plan.withoutPhrases(), analyzer)
      if results.total > 0 { results.suggestion = plan.suggestionWithoutQuotes }
      return results
    }
    return SearchResults(
      total: answer.total, hits: hits(for: answer.ranked, request, plan, adjustment),
      facets: answer.facets, suggestion: plan.suggestion)
  }

  /// The hits of a plan that was made of more than a query.
  func hits(for request: SearchRequest, _ plan: QueryPlan) -> [Hit] {
    let adjustment = ScoreAdjustment(request, context: [], index: index)
    let answer = rank(request, plan, adjustment)
    return hits(for: answer.ranked, request, plan, adjustment)
  }

  private struct Answer {
    var total = 0
    var ranked: [RankedDocument] = []
    var facets = FacetCounts()
    /// Whether something in quotes stands nowhere, whatever filters leave.
    var isPhraseUnknown = false
  }

  /// Scores, filters and orders the articles of one page of the answer.
  private func rank(
    _ request: SearchRequest, _ plan: QueryPlan, _ adjustment: ScoreAdjustment
  ) -> Answer {
    let query = plan.query
    guard !query.words.isEmpty else { return listing(request, plan) }
    let scoring = scoring(plan)
    return spaces.borrow(scoring) { space in
      var matched = space.matched
      var answer = Answer()
      if !query.phrases.isEmpty {
        matched = verifiedDocuments(scoring, space)
        answer.isPhraseUnknown = matched.count == 0
      }
      let passing = admitted(&matched, request, plan, into: &answer)
      let limit = pageEnd(of: request)
      var top = TopDocuments(limit: limit)
      func insert(_ documents: DocumentBits, tier: Int) {
        documents.forEach { document in
          let score = adjustment.adjusted(space.score(document), document)
          // Most documents come after all that are kept, in whatever order.
          guard score >= top.leastScore || tier > top.leastTier else { return }
          top.insert(RankedDocument(document: document, score: score, tier: tier))
        }
      }
      var rest = passing
      for (tier, documents) in QueryTiers(scoring, index: index).ahead {
        var ahead = documents
        ahead.formIntersection(rest)
        insert(ahead, tier: tier)
        rest.subtract(ahead)
      }
      if !top.isFull { insert(rest, tier: 0) }
      answer.ranked = Array(top.ranked.dropFirst(max(0, request.offset)))
      return answer
    }
  }

  /// What passes the filters of a request without any words, newest first.
  private func listing(_ request: SearchRequest, _ plan: QueryPlan) -> Answer {
    var answer = Answer()
    guard isFiltered(request, plan), !plan.hasOtherText else { return answer }
    var all = DocumentBits(
      0..<Int32(index.documentCount), documentCount: index.documentCount)
    var top = TopDocuments(limit: pageEnd(of: request))
    admitted(&all, request, plan, into: &answer).forEach { document in
      top.insert(
        RankedDocument(document: document, score: 0, tier: index.facets.updated(document)))
    }
    answer.ranked = Array(top.ranked.dropFirst(max(0, request.offset)))
    return answer
  }

  /// Takes what was left out with a hyphen from the matches, and counts and filters the others.
  private func admitted(
    _ matched: inout DocumentBits, _ request: SearchRequest, _ plan: QueryPlan,
    into answer: inout Answer
  ) -> DocumentBits {
    for document in plan.excludedDocuments(postings) { matched.remove(Int(document)) }
    guard request.facets || isFiltered(request, plan) else {
      answer.total = matched.count
      return matched
    }
    let query = plan.query
    let filter = FacetFilter(
      index: index, sets: facetSets.value(of: index),
      categories: request.categories + query.categories,
      difficulties: request.difficulties + query.difficulties, tags: request.tags + query.tags)
    if request.facets { answer.facets = filter.counts(matched) }
    let passing = filter.passing(matched)
    answer.total = passing.count
    return passing
  }

  private func isFiltered(_ request: SearchRequest, _ plan: QueryPlan) -> Bool {
    [request.categories, request.difficulties, request.tags].contains { !$0.isEmpty }
      || plan.query.hasFilters
  }

  /// The number of the first document after the page that is asked for.
  private func pageEnd(of request: SearchRequest) -> Int {
    min(max(0, request.limit), index.documentCount)
      + min(max(0, request.offset), index.documentCount)
  }

  /// What scores documents for a plan.
  func scoring(_ plan: QueryPlan, fields: UInt64 = .max) -> QueryScoring {
    QueryScoring(plan.query, plan.matches, index: index, postings: postings, fields: fields)
  }

  /// Of the best documents that have all words of the quoted phrases, those that have the phrases.
  private func verifiedDocuments(_ scoring: QueryScoring, _ space: ScoringSpace) -> DocumentBits {
    let places = Set(scoring.query.phrases.joined())
    var best = TopDocuments(limit: Ranking.mostVerified)
    scoring.documents(
      withAnyOfEach: places.map { [$0] }, documentCount: index.documentCount
    ).forEach { document in
      best.insert(RankedDocument(document: document, score: space.score(document), tier: 0))
    }
    let scanner = scanners.take(for: index)
    defer { scanners.give(scanner) }
    var verifier = PhraseVerifier(index: index, query: scoring.query, scanner: scanner)
    var verified = DocumentBits(documentCount: index.documentCount)
    for ranked in best.ranked where verifier.verify(ranked.document) {
      verified.insert(ranked.document)
    }
    return verified
  }

  /// The same hits with their passages, for a request that was answered without.
  ///
  /// - Parameters:
  ///   - hits: Hits of this index.
  ///   - request: What was looked for.
  /// - Returns: The hits, in the same order.
  public func withPassages(_ hits: [Hit], for request: SearchRequest) -> [Hit] {
    Stemmer.borrow(for: index.language) { stemmer in
      let analyzer = Analyzer(language: index.language, stemmer: stemmer)
      let plan = QueryPlan(
        request.text, index: index, analyzer: analyzer, vocabulary: vocabulary)
      return marked(hits, plan, sentences: request.sentences)
    }
  }

  private func marked(_ hits: [Hit], _ plan: QueryPlan, sentences: Bool) -> [Hit] {
    guard !hits.isEmpty else { return hits }
    let scanner = scanners.take(for: index)
    defer { scanners.give(scanner) }
    var marker = PassageMarker(index: index, plan.query, plan.matches, scanner: scanner)
    var marked = hits
    for place in marked.indices { marker.mark(&marked[place], sentences: sentences) }
    return marked
  }

  private func hits(
    for ranked: [RankedDocument], _ request: SearchRequest, _ plan: QueryPlan,
    _ adjustment: ScoreAdjustment
  ) -> [Hit] {
    var hits = documents.hits(for: ranked)
    if request.explain {
      let scoring = scoring(plan)
      let lists = scoring.words.indices.map(scoring.word)
      for place in hits.indices {
        hits[place].explanation = adjustment.explained(
          ranked[place], scoring.explanation(of: ranked[place].document, lists))
      }
    }
    return request.snippets ? marked(hits, plan, sentences: request.sentences) : hits
  }

  /// How well each article answers a conversation, 0 to 1; nothing without one.
  private func contextScores(_ context: String, _ analyzer: Analyzer) -> [Float] {
    guard !context.isEmpty else { return [] }
    let plan = QueryPlan(
      conversation: context, index: index, analyzer: analyzer, vocabulary: vocabulary)
    guard !plan.query.words.isEmpty else { return [] }
    return spaces.borrow(scoring(plan)) { space in
      var best: Float = 0
      space.matched.forEach { best = max(best, space.score($0)) }
      guard best > 0 else { return [] }
      var scores = [Float](repeating: 0, count: index.documentCount)
      space.matched.forEach { scores[$0] = space.score($0) / best }
      return scores
    }
  }
}
