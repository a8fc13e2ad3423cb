import EventLog
import Foundation
import Reports
import Testing

@Suite struct SiteReportTests {
  private static let articles = """
    [{"id": "heat", "category": "alerts", "versions": {
       "fr": {"title": "Chaleur", "url": "/fr/a/"},
       "en": {"title": "Heat", "url": "/en/a/", "staleSince": "2026-01-05"}}},
     {"id": "cold", "category": "account", "versions": {
       "fr": {"title": "Froid", "url": "/fr/b/", "reviewBy": "2026-02-01"}}}]
    """
  private static let hidden = """
    [{"id": "codes", "category": "account", "versions": {"fr": {"title": "Codes", "url": "/fr/c/"}}}]
    """
  private static let site = """
    {"languages": {"fr": {"search": {"action": "/", "categories": [
      {"key": "alerts", "label": "Alertes", "icon": ""}]}},
      "en": {"search": {"action": "/", "categories": []}}},
     "privacy": {"rareQueries": 7}}
    """

  private func report(_ change: (inout Report) -> Void) -> SiteReport {
    var report = Report(period: .all)
    change(&report)
    return SiteReport(
      report: report,
      site: ReportedSite(
        articlesJSON: [Array(Self.articles.utf8), Array(Self.hidden.utf8)],
        siteJSON: Array(Self.site.utf8), languages: ["fr", "en"]),
      language: "fr", now: Timestamp(milliseconds: 1_770_100_000_000))
  }

  @Test func `articles have their titles, and those that are gone keep their ids`() {
    let named = report {
      $0.mostViewed = [
        ArticleCount(articleID: "heat", count: 3), ArticleCount(articleID: "gone", count: 2),
      ]
    }
    let figures = named.articles(named.report.mostViewed)
    #expect(figures.map(\.title) == ["Chaleur", nil])
    #expect(figures.map(\.count) == [3, 2])
  }

  @Test func `a site is reported in its first language, with what is for agents alone`() {
    let site = report { _ in }.site
    #expect(site.languages.first == "fr")
    #expect(site.rareQueries == 7)
    #expect(site.version(of: "codes", in: "fr")?.title == "Codes")
    #expect(site.articles(ofCategory: "account") == ["cold", "codes"])
    #expect(site.articles(ofCategory: "none") == nil)
  }

  @Test func `what nobody can tell is in no format`() throws {
    let named = report {
      $0.hasReading = false
      $0.hasSearches = false
      $0.totals.shares = 3
      $0.days = [Report.Day(day: 20_000)]
    }
    let json = String(decoding: try named.json(), as: UTF8.self)
    #expect(json.contains("\"shares\" : 3"))
    for name in ["views", "searches", "votes", "programs"] {
      #expect(!json.contains("\"\(name)\" :"), "\(name)")
      #expect(!named.csv().contains("total,\(name),"), "\(name)")
    }
  }

  @Test func `what agents look for in vain is missing, too`() {
    let named = report {
      $0.emptyQueries = [
        QueryCount(
          query: "borne", language: "fr", count: 0, emptyCount: 0, agentCount: 3,
          agentEmptyCount: 2)
      ]
    }
    #expect(named.gaps == [Gap(query: "borne", language: "fr", empty: 2)])
    #expect(named.csv().contains("foundNothing,borne,fr,2,"))
  }

  @Test func `views are summed by category, and what is gone by itself`() {
    let named = report {
      $0.readVersions = [
        .init(articleID: "heat", language: "fr", views: 3),
        .init(articleID: "heat", language: "en", views: 2),
        .init(articleID: "cold", language: "fr", views: 4),
        .init(articleID: "gone", language: "fr", views: 1),
      ]
    }
    #expect(named.categories.map(\.key) == ["alerts", "account", ""])
    #expect(named.categories.map(\.views) == [5, 4, 1])
    #expect(named.categories.map(\.label) == ["Alertes", "account", ""])
  }

  @Test func `pages that were read and are out of date are named with the reason`() {
    let named = report {
      $0.readVersions = [
        .init(articleID: "heat", language: "en", views: 9),
        .init(articleID: "heat", language: "fr", views: 8),
        .init(articleID: "cold", language: "fr", views: 1),
      ]
    }
    #expect(named.stalePages.map(\.title) == ["Heat", "Froid"])
    #expect(named.stalePages.map(\.reason) == [.translation, .review])
    #expect(named.stalePages.map(\.since) == ["2026-01-05", "2026-02-01"])
  }

  @Test func `gaps join failed searches with requests, the most wanted first`() {
    let named = report {
      $0.emptyQueries = [QueryCount(query: "borne", language: "fr", count: 4, emptyCount: 2)]
      $0.unclickedQueries = [
        QueryCount(query: "soc", language: "fr", count: 9, emptyCount: 0, clickedCount: 1),
        QueryCount(query: "once", language: "fr", count: 1, emptyCount: 0),
        QueryCount(query: "found", language: "fr", count: 9, emptyCount: 0, clickedCount: 5),
      ]
      $0.openRequests = [
        HelpRequest(kind: .article, language: "fr", query: "Borne"),
        HelpRequest(kind: .mistake, articleID: "heat", language: "fr", text: "faux"),
      ]
    }
    #expect(
      named.gaps == [
        Gap(query: "borne", language: "fr", empty: 2, requests: 1),
        Gap(query: "soc", language: "fr", unclicked: 8),
      ])
  }

  @Test func `JSON and CSV say the same, and a cell is no formula`() throws {
    let named = report {
      $0.totals.views = 7
      $0.emptyQueries = [
        QueryCount(query: "=cmd|'/c calc'!a1,b\"", language: "fr", count: 1, emptyCount: 1)
      ]
    }
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(try named.json())) as? [String: Any])
    #expect((json["totals"] as? [String: Int])?["views"] == 7)
    #expect((json["emptyQueries"] as? [[String: Any]])?.first?["count"] as? Int == 1)
    let csv = named.csv()
    #expect(csv.contains("total,views,,7,\r\n"))
    #expect(csv.contains("foundNothing,\"'=cmd|'/c calc'!a1,b\"\"\",fr,1,\r\n"))
  }
}
