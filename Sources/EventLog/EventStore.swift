/// Keeps events safely and answers questions about them.
///
/// Every method may be called from anywhere at once. What fails throws an ``EventLogError``.
public protocol EventStore: IdentityStore, KnowledgeStore, ShareStore {
  /// Stores events; when it returns, they survive a crash or a power cut.
  func append(_ events: [Event]) async throws

  /// Stores an event soon, without waiting; what fails is reported to whoever made the store.
  func enqueue(_ event: Event)

  /// Waits until everything enqueued before is stored, or has failed.
  func flush() async

  /// Stores what is waiting, and refuses anything after.
  func close() async throws

  /// Throws unless the store can answer.
  func ping() async throws

  /// The views of some articles in all languages, all time; articles never viewed are left out.
  func viewCounts(of articleIDs: [String]) async throws -> [String: Int]

  /// The articles viewed most in a period, most viewed first, ties by id.
  ///
  /// - Parameters:
  ///   - language: Count views in this language only; nil for all.
  ///   - period: The time to count; all of it by default.
  ///   - limit: How many articles at most.
  /// - Returns: Articles with their views.
  /// - Throws: An ``EventLogError``.
  func mostViewed(language: String?, period: ReportPeriod, limit: Int) async throws
    -> [ArticleCount]

  /// How sought after articles are on a day, by what happened in some days before.
  ///
  /// A view loses half of its weight in 90 days, and an agent's share weighs as much as three. The
  /// results for two ranges of days add up to that for both.
  ///
  /// - Parameters:
  ///   - days: The days to count, from 1970-01-01 UTC.
  ///   - day: The day to weigh from.
  /// - Returns: The sum of the weights by article.
  /// - Throws: An ``EventLogError``.
  func decayedViews(in days: Range<Int64>, asOf day: Int64) async throws -> [String: Double]

  /// The queries of a language that at least so many people typed on one day, with hits.
  ///
  /// People are told apart on one day only, so people of different days are not added up to get to
  /// the least number: one person who asks for the same each day never does.
  ///
  /// - Parameters:
  ///   - language: The language that was searched.
  ///   - day: The first day to count, from 1970-01-01 UTC.
  ///   - people: How many people must have typed a query on one day.
  ///   - limit: How many queries at most.
  /// - Returns: The queries, most frequent first, ties by query.
  /// - Throws: An ``EventLogError``.
  func frequentQueries(language: String, since day: Int64, people: Int, limit: Int) async throws
    -> [FrequentQuery]
}
