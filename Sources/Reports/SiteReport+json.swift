import EventLog
import Foundation

extension SiteReport {
  /// The report for programs: what `balise report --format json` prints and
  /// `GET /api/v1/stats/report` answers.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value)) + [0x0A]
  }

  private var value: Value {
    Value(
      since: report.period.start?.description, until: report.period.end?.description,
      previousSince: report.previousPeriod?.start?.description,
      totals: totals(report.totals), previous: report.previous.map(totals),
      days: report.days.map {
        Value.Day(
          day: Timestamp(milliseconds: $0.day * 86_400_000).date, views: reading($0.views),
          searches: searching($0.searches), emptySearches: searching($0.emptySearches),
          shares: $0.shares)
      },
      mostViewed: articles(report.mostViewed).map(Self.article),
      mostShared: articles(report.mostShared).map(Self.article),
      topQueries: report.topQueries.map { Self.query($0) },
      emptyQueries: report.emptyQueries.map { Self.query($0, count: $0.missedCount) },
      unclickedQueries: report.unclickedQueries.map {
        Self.query($0, count: $0.count - $0.emptyCount - $0.clickedCount)
      },
      withheldSearches: report.withheldSearches,
      gaps: gaps.map {
        Value.Gap(
          query: $0.query, lang: $0.language, empty: $0.empty, unclicked: $0.unclicked,
          requests: $0.requests)
      },
      viewsBySource: report.viewsBySource.map {
        Value.Source(source: $0.source.rawValue, count: $0.count)
      },
      funnel: [
        "shared": report.funnel.shared, "opened": report.funnel.opened,
        "rated": report.funnel.rated, "searchedAgain": report.funnel.searchedAgain,
        "escalated": report.funnel.escalated,
      ],
      fallenRatings: report.fallenRatings.map {
        Value.Fall(
          id: $0.articleID, title: title(of: $0.articleID), before: Self.tenth($0.before),
          after: Self.tenth($0.after), votes: $0.votes)
      },
      stalePages: stalePages.map {
        Value.Stale(
          id: $0.id, lang: $0.language, title: $0.title, reason: $0.reason.rawValue,
          since: $0.since, views: $0.views)
      },
      comments: report.comments.map {
        Value.Comment(
          id: $0.articleID, lang: $0.language, helpful: $0.isHelpful, reason: $0.reason,
          text: $0.text, time: $0.time.description)
      },
      languages: report.languages.map {
        Value.Language(
          lang: $0.language, views: reading($0.views), searches: searching($0.searches),
          emptySearches: searching($0.emptySearches), shares: $0.shares)
      },
      categories: categories.map {
        Value.Category(key: $0.key, label: $0.label, views: $0.views)
      },
      agents: report.agents.map {
        Value.Agent(
          agent: $0.agent, shares: $0.shares, opened: $0.opened, solved: $0.solved,
          requests: $0.requests)
      },
      openRequests: report.openRequests.map {
        Value.Request(
          id: $0.id, kind: $0.kind.rawValue, time: $0.time.description, article: $0.articleID,
          lang: $0.language, query: $0.query, text: $0.text, agent: $0.agent)
      })
  }

  /// The totals by name, as JSON and CSV have them.
  func totals(_ totals: Report.Totals) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: namedTotals(totals))
  }

  /// The totals in their order, but for those that nobody can tell.
  func namedTotals(_ totals: Report.Totals) -> [(String, Int)] {
    let all: [(String, Int?)] = [
      ("views", reading(totals.views)), ("agentViews", reading(totals.agentViews)),
      ("searches", searching(totals.searches)),
      ("emptySearches", searching(totals.emptySearches)),
      ("unclickedSearches", searching(totals.unclickedSearches)),
      ("reformulatedSearches", searching(totals.reformulatedSearches)),
      ("agentSearches", searching(totals.agentSearches)), ("shares", totals.shares),
      ("openings", totals.openings), ("votes", reading(totals.votes)),
      ("opinions", reading(totals.opinions)), ("helpfulVotes", reading(totals.helpfulVotes)),
      ("solved", totals.solved), ("expertRequests", totals.expertRequests),
      ("articleRequests", totals.articleRequests), ("programs", searching(totals.programs)),
    ]
    return all.compactMap { name, count in count.map { (name, $0) } }
  }

  /// A number of views or votes; nil where nobody can tell it.
  private func reading(_ count: Int) -> Int? { report.hasReading ? count : nil }

  /// A number of searches; nil where nobody can tell it.
  private func searching(_ count: Int) -> Int? { report.hasSearches ? count : nil }

  private static func article(_ figure: ArticleFigure) -> Value.Article {
    Value.Article(id: figure.id, title: figure.title, url: figure.url, count: figure.count)
  }

  private static func query(_ query: QueryCount, count: Int? = nil) -> Value.Query {
    Value.Query(
      query: query.query, lang: query.language, count: count ?? query.count,
      clicked: query.clickedCount, reformulated: query.reformulatedCount,
      byAgents: query.agentCount)
  }

  private static func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  private struct Value: Encodable {
    struct Day: Encodable {
      var day: String
      var views, searches, emptySearches: Int?
      var shares: Int
    }
    struct Article: Encodable {
      var id: String
      var title, url: String?
      var count: Int
    }
    struct Query: Encodable {
      var query, lang: String
      var count, clicked, reformulated, byAgents: Int
    }
    struct Gap: Encodable {
      var query, lang: String
      var empty, unclicked, requests: Int
    }
    struct Source: Encodable {
      var source: String
      var count: Int
    }
    struct Fall: Encodable {
      var id, title: String
      var before, after: Double
      var votes: Int
    }
    struct Stale: Encodable {
      var id, lang, title, reason, since: String
      var views: Int
    }
    struct Comment: Encodable {
      var id, lang: String
      var helpful: Bool?
      var reason, text: String?
      var time: String
    }
    struct Language: Encodable {
      var lang: String
      var views, searches, emptySearches: Int?
      var shares: Int
    }
    struct Category: Encodable {
      var key, label: String
      var views: Int
    }
    struct Agent: Encodable {
      var agent: String
      var shares, opened, solved, requests: Int
    }
    struct Request: Encodable {
      var id, kind, time: String
      var article: String?
      var lang: String
      var query, text, agent: String?
    }

    var since, until, previousSince: String?
    var totals: [String: Int]
    var previous: [String: Int]?
    var days: [Day]
    var mostViewed, mostShared: [Article]
    var topQueries, emptyQueries, unclickedQueries: [Query]
    var withheldSearches: Int
    var gaps: [Gap]
    var viewsBySource: [Source]
    var funnel: [String: Int]
    var fallenRatings: [Fall]
    var stalePages: [Stale]
    var comments: [Comment]
    var languages: [Language]
    var categories: [Category]
    var agents: [Agent]
    var openRequests: [Request]
  }
}
