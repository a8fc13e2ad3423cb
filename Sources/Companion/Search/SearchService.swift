import EventLog
import HTTPTypes
import Search

/// Searches the site and remembers what was asked.
struct SearchService: Sendable {
  let services: CompanionServices
  let log: ReaderLog

  /// What a search found, and how long that took.
  struct Answer: Sendable {
    var results: SearchResults
    var microseconds: Int
  }

  /// When a hit was last changed, as `2026-01-31`; nil if nobody knows.
  static func date(of hit: Hit) -> String? {
    guard hit.updated > 0 else { return nil }
    return Timestamp(milliseconds: Int64(hit.updated) * 86_400_000).date
  }

  /// What is known of the use of the articles that a request is answered from.
  func signals(_ call: Call) -> RankingSignals { services.signals.signals(for: call.site) }

  /// The searcher of a language, or why there is none.
  func searcher(_ language: String, _ site: SiteSnapshot) throws -> Searcher {
    guard let searcher = site.searchers[language] else {
      throw ProblemDetails.searchUnavailable(language)
    }
    return searcher
  }

  /// Searches, without logging it.
  func search(
    _ parameters: SearchParameters, _ site: SiteSnapshot, _ signals: RankingSignals
  ) throws -> Answer {
    let searcher = try searcher(parameters.language, site)
    let request = parameters.request(popularity: signals.popularity[parameters.language])
    let (results, microseconds) = Self.timed { searcher.search(request) }
    return Answer(results: results, microseconds: microseconds)
  }

  /// Searches for an agent: what is for agents only, too.
  func searchForAgent(
    _ parameters: SearchParameters, _ visibility: AgentsSearch.Visibility?, _ site: SiteSnapshot,
    _ signals: RankingSignals
  ) throws -> Answer {
    let searcher = try searcher(parameters.language, site)
    let search = AgentsSearch(
      parameters: parameters, site: site, signals: signals, visibility: visibility)
    let (results, microseconds) = Self.timed { search.results(searcher) }
    return Answer(results: results, microseconds: microseconds)
  }

  /// Notes a search without waiting for the disk; the next page of a search is the same search.
  ///
  /// Neither the conversation nor the level of a search is logged, nor a search of anyone who asks not
  /// to be followed.
  func log(
    _ parameters: SearchParameters, _ call: Call, by reader: Reader, hitCount: Int,
    hitIDs: [String], microseconds: Int, isSubmitted: Bool
  ) {
    guard parameters.offset == 0, !parameters.isEmpty else { return }
    guard let audience = reader.audience else {
      if reader.kind == .program { log.count(.search) }
      return
    }
    log.note(.searched, by: reader)
    let finished = services.bursts.add(
      TypedSearch(
        query: parameters.words, language: parameters.language, filters: parameters.filters,
        hitCount: hitCount, hitIDs: hitIDs, microseconds: microseconds, audience: audience,
        isSubmitted: isSubmitted),
      visitor: reader.key)
    for event in finished.flatMap(\.events) { services.store.enqueue(event) }
  }

  /// What work gives, and the microseconds it takes.
  static func timed<Result>(_ work: () throws -> Result) rethrows -> (Result, Int) {
    let start = ContinuousClock.now
    let result = try work()
    let (seconds, attoseconds) = start.duration(to: .now).components
    return (result, Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000))
  }
}
