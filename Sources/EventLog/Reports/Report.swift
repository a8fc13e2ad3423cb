/// What happened in a period.
public struct Report: Sendable, Hashable {
  /// How much happened in all.
  public struct Totals: Sendable, Hashable {
    /// Articles that readers opened.
    public var views = 0
    /// Articles that agents looked up.
    public var agentViews = 0
    /// Searches that readers made.
    public var searches = 0
    /// Readers' searches that found nothing.
    public var emptySearches = 0
    /// Readers' searches that found something, of which nothing was opened.
    public var unclickedSearches = 0
    /// Readers' searches that were made again in other words.
    public var reformulatedSearches = 0
    /// Searches that agents made.
    public var agentSearches = 0
    /// Articles that agents shared.
    public var shares = 0
    /// Share links followed.
    public var openings = 0
    /// Votes on articles.
    public var votes = 0
    /// Votes that said whether an article helped, by a word or by stars.
    public var opinions = 0
    /// Votes that said that an article helped.
    public var helpfulVotes = 0
    /// Cases that an article solved.
    public var solved = 0
    /// Requests for a person.
    public var expertRequests = 0
    /// Requests for an article, and mistakes reported.
    public var articleRequests = 0
    /// What programs did, and is counted nowhere else.
    public var programs = 0

    /// Totals of nothing.
    public init() {}
  }

  /// What happened on a day.
  public struct Day: Sendable, Hashable {
    /// The day, from 1970-01-01 UTC.
    public var day: Int64
    /// Articles that readers opened.
    public var views = 0
    /// Searches that readers made.
    public var searches = 0
    /// Readers' searches that found nothing.
    public var emptySearches = 0
    /// Articles that agents shared.
    public var shares = 0

    /// A day on which nothing happened.
    public init(day: Int64) { self.day = day }
  }

  /// What came of what was shared.
  public struct Funnel: Sendable, Hashable {
    /// Articles that agents shared.
    public var shared = 0
    /// Those whose link was followed.
    public var opened = 0
    /// Those of which the customer then rated the article.
    public var rated = 0
    /// Those of which the customer then searched again.
    public var searchedAgain = 0
    /// Those of which the customer then asked for a person.
    public var escalated = 0

    /// A funnel of nothing.
    public init() {}
  }

  /// An article of which readers think less than before.
  public struct RatingFall: Sendable, Hashable {
    /// The article's permanent id.
    public var articleID: String
    /// The mean of the votes before the period.
    public var before: Double
    /// The mean of the votes in it.
    public var after: Double
    /// How many votes there are in the period.
    public var votes: Int

    /// A rating that fell.
    public init(articleID: String, before: Double, after: Double, votes: Int) {
      self.articleID = articleID
      self.before = before
      self.after = after
      self.votes = votes
    }
  }

  /// What happened in one language.
  public struct LanguageFigures: Sendable, Hashable {
    /// The language.
    public var language: String
    /// Articles that readers opened.
    public var views = 0
    /// Searches that readers made.
    public var searches = 0
    /// Readers' searches that found nothing.
    public var emptySearches = 0
    /// Articles that agents shared.
    public var shares = 0

    /// A language in which nothing happened.
    public init(language: String) { self.language = language }
  }

  /// What an agent did.
  public struct AgentFigures: Sendable, Hashable {
    /// The agent's name.
    public var agent: String
    /// Articles shared.
    public var shares = 0
    /// Shares whose link was followed.
    public var opened = 0
    /// Cases that an article solved.
    public var solved = 0
    /// Requests to experts and writers.
    public var requests = 0

    /// An agent who did nothing.
    public init(agent: String) { self.agent = agent }
  }

  /// What a reader wrote about an article.
  public struct Comment: Sendable, Hashable {
    /// The article's permanent id.
    public var articleID: String
    /// The language that was read.
    public var language: String
    /// Whether it helped, from the vote or its stars; nil if neither was given.
    public var isHelpful: Bool?
    /// Why, as one of the words that the interface offers.
    public var reason: String?
    /// What was written, screened for personal data.
    public var text: String?
    /// When.
    public var time: Timestamp

    /// A comment as the store has it.
    public init(
      articleID: String, language: String, isHelpful: Bool?, reason: String?, text: String?,
      time: Timestamp
    ) {
      self.articleID = articleID
      self.language = language
      self.isHelpful = isHelpful
      self.reason = reason
      self.text = text
      self.time = time
    }
  }

  /// Views of an article in one language.
  public struct ReadVersion: Sendable, Hashable {
    /// The article's permanent id.
    public var articleID: String
    /// The language that was read.
    public var language: String
    /// How often readers opened it.
    public var views: Int

    /// Views of a version.
    public init(articleID: String, language: String, views: Int) {
      self.articleID = articleID
      self.language = language
      self.views = views
    }
  }

  /// Whether views and votes are counted: nobody knows which agent they are due to.
  public var hasReading = true
  /// Whether searches are counted: they are nobody's, and belong to no category.
  public var hasSearches = true
  /// The period reported.
  public var period: ReportPeriod
  /// The period before it, as long; nil for a report on all time.
  public var previousPeriod: ReportPeriod?
  /// How much happened in all.
  public var totals = Totals()
  /// How much had happened in the period before.
  public var previous: Totals?
  /// What happened day by day: every day that the period touches, whole.
  public var days: [Day] = []
  /// The articles opened most, most first.
  public var mostViewed: [ArticleCount] = []
  /// The articles agents shared most, most first.
  public var mostShared: [ArticleCount] = []
  /// The queries searched most, most first.
  public var topQueries: [QueryCount] = []
  /// The queries that found nothing, most frequent first.
  public var emptyQueries: [QueryCount] = []
  /// The queries that found something of which nothing was opened, most frequent first.
  public var unclickedQueries: [QueryCount] = []
  /// Searches by readers whose queries are rare or look private, and are listed nowhere.
  public var withheldSearches = 0
  /// What came of what was shared.
  public var funnel = Funnel()
  /// The articles of which readers think less than before, the deepest fall first.
  public var fallenRatings: [RatingFall] = []
  /// What readers wrote, latest first.
  public var comments: [Comment] = []
  /// What happened by language, most viewed first.
  public var languages: [LanguageFigures] = []
  /// What agents did, who shared most first.
  public var agents: [AgentFigures] = []
  /// What waits for writers, latest first.
  public var openRequests: [HelpRequest] = []
  /// Every version that was read, most read first: what sums by category and stale pages come from.
  public var readVersions: [ReadVersion] = []

  /// The views by how readers came, in the order of ``ViewSource``; sources without any left out.
  public var viewsBySource: [(source: ViewSource, count: Int)] {
    ViewSource.allCases.compactMap { source in
      sourceCounts[source].map { (source, $0) }
    }
  }

  /// The views by how readers came.
  public var sourceCounts: [ViewSource: Int] = [:]

  /// A report on nothing.
  public init(period: ReportPeriod) { self.period = period }
}
