/// Which report is wanted.
public struct ReportRequest: Sendable, Hashable {
  /// The time to report on.
  public var period: ReportPeriod
  /// How many entries a list has at most.
  public var limit: Int
  /// Queries that fewer people asked are withheld, but for those of agents; 0 for none.
  public var leastPeople: Int
  /// Count what happened in this language only; nil for all.
  public var language: String?
  /// Count what happened to these articles only, by their ids; nil for all.
  public var articles: Set<String>?
  /// Count what this agent did, and what came of it, only; nil for all.
  public var agent: String?

  /// The default of ``leastPeople``.
  public static let leastPeople = 2

  /// A report on a period.
  public init(
    period: ReportPeriod, limit: Int = 10, leastPeople: Int = ReportRequest.leastPeople,
    language: String? = nil, articles: Set<String>? = nil, agent: String? = nil
  ) {
    self.period = period
    self.limit = limit
    self.leastPeople = leastPeople
    self.language = language
    self.articles = articles
    self.agent = agent
  }
}
