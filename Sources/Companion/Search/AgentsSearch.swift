import Search

/// Searches the public index and that of what is for agents only, and makes one answer of both.
///
/// Scores of two indexes are made alike, by the same weights, from the rarity of each word among the
/// articles of the index; so hits are put in order by their tiers and scores as they are.
struct AgentsSearch: Sendable {
  /// Whom the articles are for that are wanted.
  enum Visibility: String, Sendable, CaseIterable {
    /// Everybody.
    case everyone = "public"
    /// Agents only.
    case agents
  }

  let parameters: SearchParameters
  let site: SiteSnapshot
  let signals: RankingSignals
  /// Whom the articles are for that are wanted; nil for all.
  let visibility: Visibility?

  /// What both indexes find.
  func results(_ publicSearcher: Searcher?) -> SearchResults {
    let request = parameters.request(popularity: signals.popularity[parameters.language])
    var sources: [(searcher: Searcher, request: SearchRequest)] = []
    if visibility != .agents, let publicSearcher { sources.append((publicSearcher, request)) }
    if visibility != .everyone, let searcher = site.agents?.searchers[parameters.language] {
      var request = request
      request.popularity = nil
      sources.append((searcher, request))
    }
    if sources.count == 1 { return sources[0].searcher.search(sources[0].request) }
    return merged(sources)
  }

  private func merged(
    _ sources: [(searcher: Searcher, request: SearchRequest)]
  ) -> SearchResults {
    let found = sources.map { source in
      var request = source.request
      request.limit = parameters.offset + parameters.limit
      request.offset = 0
      // Passages are cut for the page that is shown.
      request.snippets = false
      return (source: source, results: source.searcher.search(request))
    }
    // A query that was repaired in one index may be right in the other.
    let isFound = found.contains { $0.results.total > 0 && $0.results.suggestion == nil }
    let kept =
      isFound ? found.filter { $0.results.suggestion == nil || $0.results.total == 0 } : found
    var page = kept.indices.flatMap { place in
      kept[place].results.hits.map { (hit: $0, place: place) }
    }
    .sorted {
      ($1.hit.tier, $1.hit.score, $0.hit.id) < ($0.hit.tier, $0.hit.score, $1.hit.id)
    }
    .dropFirst(parameters.offset).prefix(parameters.limit).map { $0 }
    for place in kept.indices {
      let (searcher, request) = kept[place].source
      let own = page.indices.filter { page[$0].place == place }
      guard request.snippets, !own.isEmpty else { continue }
      let marked = searcher.withPassages(own.map { page[$0].hit }, for: request)
      for (index, hit) in zip(own, marked) { page[index].hit = hit }
    }
    let results = kept.map(\.results)
    return SearchResults(
      total: results.reduce(0) { $0 + $1.total }, hits: page.map(\.hit),
      facets: FacetCounts(
        category: Self.sums(results.map(\.facets.category)),
        difficulty: Self.sums(results.map(\.facets.difficulty)),
        tag: Self.sums(results.map(\.facets.tag))),
      suggestion: isFound ? nil : results.compactMap(\.suggestion).first)
  }

  private static func sums(_ lists: [[FacetCounts.Entry]]) -> [FacetCounts.Entry] {
    var counts: [String: Int] = [:]
    for entry in lists.joined() { counts[entry.key, default: 0] += entry.count }
    return counts.map { FacetCounts.Entry(key: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.key) < ($0.count, $1.key) }
  }
}
