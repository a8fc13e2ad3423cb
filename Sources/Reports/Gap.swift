import EventLog

/// Something that people look for and do not find.
public struct Gap: Sendable, Hashable {
  /// What was asked, in lower case and with single spaces.
  public var query: String
  /// The language it was asked in.
  public var language: String
  /// Searches that found nothing.
  public var empty: Int
  /// Searches that found something, of which nothing was opened.
  public var unclicked: Int
  /// Requests for an article about it.
  public var requests: Int

  /// How much it is wanted: who asks for an article has searched, and then taken the trouble.
  public var weight: Int { 2 * empty + unclicked + 5 * requests }

  /// A gap from its numbers.
  public init(
    query: String, language: String, empty: Int = 0, unclicked: Int = 0, requests: Int = 0
  ) {
    self.query = query
    self.language = language
    self.empty = empty
    self.unclicked = unclicked
    self.requests = requests
  }

  /// The gaps of a report: searches that failed, and articles that were asked for.
  static func all(in report: Report) -> [Gap] {
    var gaps: [String: Gap] = [:]
    func change(_ query: String, _ language: String, _ body: (inout Gap) -> Void) {
      let text = SuggestableQuery.normalized(query)
      guard !text.isEmpty else { return }
      body(&gaps[language + "\u{1}" + text, default: Gap(query: text, language: language)])
    }
    for query in report.emptyQueries {
      change(query.query, query.language) { $0.empty = query.missedCount }
    }
    // One search of which nothing was opened says little: the answer may have been in the preview.
    for query in report.unclickedQueries {
      let unclicked = query.count - query.emptyCount - query.clickedCount
      if unclicked > 1, query.clickedCount * 4 < query.count {
        change(query.query, query.language) { $0.unclicked = unclicked }
      }
    }
    for request in report.openRequests where request.kind == .article {
      guard let text = request.query ?? request.text, text.count <= 200 else { continue }
      change(text, request.language) { $0.requests += 1 }
    }
    return gaps.values.sorted {
      ($1.weight, $0.query, $0.language) < ($0.weight, $1.query, $1.language)
    }
  }
}
