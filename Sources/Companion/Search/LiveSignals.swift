import EventLog
import Logging
import Search
import Synchronization

/// Reads the event log every now and then, so that no request has to.
final class LiveSignals: Sendable {
  /// What was read of the days before, which does not change any more.
  private struct History {
    var day: Int64
    var demand: [String: Double]
  }

  private let site: LiveSite
  private let store: any EventStore
  private let logger: Logger
  private let current: Mutex<RankingSignals>
  private let history = Mutex<History?>(nil)

  /// Queries typed longer ago are not suggested.
  private static let queryDays: Int64 = 180
  /// So many people must have typed a query on one day.
  private static let people = 3
  /// How many queries of a language are kept at hand.
  private static let mostQueries = 2_000
  /// Views older than this weigh less than a hundredth, and are left out.
  private static let demandDays: Int64 = 730

  /// Knows nothing until it is refreshed.
  init(site: LiveSite, store: any EventStore, logger: Logger) {
    self.site = site
    self.store = store
    self.logger = logger
    current = Mutex(RankingSignals(site: site.snapshot, figures: UsageFigures()))
  }

  /// What holds for the site that a request is answered from; never waits.
  func signals(for site: SiteSnapshot) -> RankingSignals {
    current.withLock { $0 }.signals(for: site)
  }

  /// Reads the event log; keeps what was read before if it cannot answer.
  func refresh(now: Timestamp = .now) async {
    do {
      update(try await read(today: now.day))
    } catch {
      logger.warning("the use of articles cannot be read", metadata: ["reason": "\(error)"])
    }
  }

  /// Weighs the documents of the site that is now served.
  func siteChanged() { update(current.withLock { $0.figures }) }

  private func update(_ figures: UsageFigures) {
    // A new build may come while documents are weighed.
    while true {
      let snapshot = site.snapshot
      let old = current.withLock { $0 }
      // Nothing new: the answers that were given are still right.
      if old.site === snapshot, old.figures == figures { return }
      let new = RankingSignals(site: snapshot, figures: figures)
      current.withLock { $0 = new }
      if site.snapshot === snapshot { return }
    }
  }

  private func read(today: Int64) async throws -> UsageFigures {
    var figures = UsageFigures()
    let counts = try await store.mostViewed(language: nil, period: .all, limit: .max)
    figures.views = Dictionary(
      counts.map { ($0.articleID, $0.count) }, uniquingKeysWith: { first, _ in first })
    figures.ratings = try await store.ratings()
    // Yesterday may still get events that were waiting at midnight; days before it do not.
    figures.demand = try await demandBefore(today - 1, today: today)
    let recent = try await store.decayedViews(in: (today - 1)..<(today + 2), asOf: today)
    figures.demand.merge(recent) { $0 + $1 }
    for language in site.snapshot.languages {
      let queries = try await store.frequentQueries(
        language: language, since: today - Self.queryDays, people: Self.people,
        limit: Self.mostQueries)
      guard !queries.isEmpty else { continue }
      figures.pastQueries[language] = queries.map { PastQuery(text: $0.query, count: $0.count) }
    }
    return figures
  }

  /// The demand by what happened before a day: read once a day.
  private func demandBefore(_ day: Int64, today: Int64) async throws -> [String: Double] {
    if let known = history.withLock({ $0 }), known.day == today { return known.demand }
    let demand = try await store.decayedViews(
      in: (today - Self.demandDays)..<day, asOf: today)
    history.withLock { $0 = History(day: today, demand: demand) }
    return demand
  }
}
