import EventLog
import HTTPTypes
import Search

/// Searches the site and remembers what was asked.
struct SearchService: Sendable {
  let services: CompanionServices

  /// What a search found, and how often each article was viewed.
  struct Answer: Sendable {
    var results: SearchResults
    var microseconds: Int
    var views: [String: Int]
  }

  /// When a hit was last changed, as `2026-01-31`; nil if nobody knows.
  static func date(of hit: Hit) -> String? {
    guard hit.updated > 0 else { return nil }
    return Timestamp(milliseconds: Int64(hit.updated) * 86_400_000).date
  }

  /// Searches, and logs the search without waiting for the disk.
  func search(_ parameters: SearchParameters, site: SiteSnapshot) async throws -> Answer {
    guard let searcher = site.searchers[parameters.language] else {
      throw ProblemDetails(
        status: .serviceUnavailable, code: "index-missing",
        detail: "the site has no search index for '\(parameters.language)'")
    }
    let clock = ContinuousClock()
    let start = clock.now
    let results = searcher.search(parameters.request)
    let components = start.duration(to: clock.now).components
    let microseconds =
      Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
    if parameters.offset == 0, !parameters.isEmpty {
      services.store.enqueue(
        .search(
          SearchEvent(
            query: parameters.text, language: parameters.language, filters: parameters.filters,
            hitCount: results.total, microseconds: microseconds)))
    }
    let views = await services.viewCounts(of: results.hits.map(\.id))
    return Answer(results: results, microseconds: microseconds, views: views)
  }
}
