/// Answers what is read, asked and missing, and which articles help.
public protocol KnowledgeStore: Sendable {
  /// What happened in a period, and what had happened in the one before.
  func report(_ request: ReportRequest) async throws -> Report

  /// What readers made of articles, by id; articles that nobody rated are left out.
  func ratings() async throws -> [String: ArticleRating]

  /// What was asked of writers and experts, latest first, and how much that is in all.
  ///
  /// - Parameters:
  ///   - isOpen: Only what waits, or only what is done; nil for both.
  ///   - limit: How many at most.
  ///   - offset: How many to leave out.
  /// - Returns: The requests, and how many there are in all.
  /// - Throws: An ``EventLogError``.
  func requests(isOpen: Bool?, limit: Int, offset: Int) async throws
    -> (requests: [HelpRequest], total: Int)

  /// The request of an id, or nil.
  func request(id: String) async throws -> HelpRequest?

  /// Marks a request as done, or as waiting again when the time is nil; false if there is none.
  func close(requestID: String, time: Timestamp?) async throws -> Bool

  /// The articles that an agent keeps at hand, latest first.
  func pins(of agent: String) async throws -> [String]

  /// Keeps an article at an agent's hand, or lets it go.
  func pin(_ articleID: String, of agent: String, isPinned: Bool, time: Timestamp) async throws

  /// The articles that agents shared most in a period, most first.
  func mostShared(period: ReportPeriod, limit: Int) async throws -> [ArticleCount]

  /// The numbers that a desk shows all day.
  func deskFigures(since: Timestamp) async throws -> DeskFigures

  /// Forgets single events, and what people wrote, from before a day; sums by day stay.
  ///
  /// - Parameter day: The first day that is kept, from 1970-01-01 UTC.
  /// - Returns: How many rows went or lost their text.
  /// - Throws: An ``EventLogError``.
  @discardableResult
  func forget(before day: Int64) async throws -> Int
}
