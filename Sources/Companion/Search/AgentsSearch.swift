import Search

/// Searches the public index and that of what is for agents only, and makes one answer of both.
///
/// Scores of two indexes are made alike, by the same weights, from the rarity of each word among the
/// articles of the index; so hits are put in order by their scores as they are.
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
    var request = parameters.request(popularity: signals.popularity[parameters.language])
    request.limit = parameters.offset + parameters.limit
    request.offset = 0
    var found: [SearchResults] = []
    if visibility != .agents, let publicSearcher { found.append(publicSearcher.search(request)) }
    if visibility != .everyone, let searcher = site.agents?.searchers[parameters.language] {
      request.popularity = nil
      found.append(searcher.search(request))
    }
    return merged(found)
  }

  private func merged(_ found: [SearchResults]) -> SearchResults {
    // A query that was repaired in one index may be right in the other.
    let isFound = found.contains { $0.total > 0 && $0.suggestion == nil }
    let kept = isFound ? found.filter { $0.suggestion == nil || $0.total == 0 } : found
    let hits = kept.flatMap(\.hits).sorted { ($1.score, $0.id) < ($0.score, $1.id) }
    return SearchResults(
      total: kept.reduce(0) { $0 + $1.total },
      hits: Array(hits.dropFirst(parameters.offset).prefix(parameters.limit)),
      facets: FacetCounts(
        category: Self.sums(kept.map(\.facets.category)),
        difficulty: Self.sums(kept.map(\.facets.difficulty)),
        tag: Self.sums(kept.map(\.facets.tag))),
      suggestion: isFound ? nil : kept.compactMap(\.suggestion).first)
  }

  private static func sums(_ lists: [[FacetCounts.Entry]]) -> [FacetCounts.Entry] {
    var counts: [String: Int] = [:]
    for entry in lists.joined() { counts[entry.key, default: 0] += entry.count }
    return counts.map { FacetCounts.Entry(key: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.key) < ($0.count, $1.key) }
  }
}
