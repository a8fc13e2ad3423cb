public import EventLog

/// A report with the names of what it is about, and what only the site's articles tell.
public struct SiteReport: Sendable {
  /// An article with a number.
  public struct ArticleFigure: Sendable, Hashable {
    /// The permanent id.
    public var id: String
    /// The title; nil for an article that is gone.
    public var title: String?
    /// Where it is; nil for an article that is gone.
    public var url: String?
    /// How often.
    public var count: Int
  }

  /// A category with its views.
  public struct CategoryFigure: Sendable, Hashable {
    /// The key; empty for articles that are gone.
    public var key: String
    /// The name.
    public var label: String
    /// How often readers opened its articles.
    public var views: Int
  }

  /// A page that was read although somebody should look at it again.
  public struct StalePage: Sendable, Hashable {
    /// Why it should be looked at.
    public enum Reason: String, Sendable, Hashable {
      /// Its original says something else by now.
      case translation
      /// The day by which it was to be read again is over.
      case review
    }

    /// The permanent id.
    public var id: String
    /// The language that was read.
    public var language: String
    /// The title.
    public var title: String
    /// Where it is.
    public var url: String
    /// Why it should be looked at.
    public var reason: Reason
    /// Since when, as `2026-01-31`.
    public var since: String
    /// How often readers opened it.
    public var views: Int
  }

  /// What happened.
  public let report: Report
  /// What it happened to.
  public let site: ReportedSite
  /// The language of titles and names.
  public let language: String
  /// The day, as `2026-01-31`.
  private let today: String

  /// Joins a report with the site that it is about.
  public init(report: Report, site: ReportedSite, language: String, now: Timestamp = .now) {
    self.report = report
    self.site = site
    self.language = language
    today = now.date
  }

  /// Articles with their titles.
  public func articles(_ counts: [ArticleCount]) -> [ArticleFigure] {
    counts.map { count in
      let version = site.version(of: count.articleID, in: language)
      return ArticleFigure(
        id: count.articleID, title: version?.title, url: version?.url, count: count.count)
    }
  }

  /// The title of an article; its id for one that is gone.
  public func title(of id: String) -> String { site.version(of: id, in: language)?.title ?? id }

  /// Views by category, most first.
  public var categories: [CategoryFigure] {
    var sums: [String: Int] = [:]
    for version in report.readVersions {
      sums[site.articles[version.articleID]?.category ?? "", default: 0] += version.views
    }
    return sums.map { key, views in
      CategoryFigure(key: key, label: site.label(ofCategory: key, in: language), views: views)
    }
    .sorted { ($1.views, $0.key) < ($0.views, $1.key) }
  }

  /// The pages that were read although they are out of date, most read first.
  public var stalePages: [StalePage] {
    report.readVersions.compactMap { read in
      guard let version = site.articles[read.articleID]?.versions[read.language] else { return nil }
      let reason: StalePage.Reason
      let since: String
      if let stale = version.staleSince {
        (reason, since) = (.translation, stale)
      } else if let review = version.reviewBy, review < today {
        (reason, since) = (.review, review)
      } else {
        return nil
      }
      return StalePage(
        id: read.articleID, language: read.language, title: version.title, url: version.url,
        reason: reason, since: since, views: read.views)
    }
  }

  /// What the help centre does not answer yet, most wanted first.
  public var gaps: [Gap] { Gap.all(in: report) }
}
