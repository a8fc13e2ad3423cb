import EventLog
import HTTPTypes
import Hummingbird
import Rendering
import Search

/// `GET /desk/`: the agents' page.
struct DeskController: Sendable {
  let services: CompanionServices
  let authentication: Authentication

  var routes: [Route] { [Route(.get, "/desk/", show)] }

  /// Midnight, UTC, from which the desk counts.
  static var today: Timestamp {
    Timestamp(milliseconds: Timestamp.now.day * 86_400_000)
  }

  /// How many articles each list has.
  private static let listed = 6

  /// The numbers of the day, as live events tell them.
  static func json(_ figures: DeskFigures) -> JSONValue {
    .fields([
      "views": .integer(figures.views), "shares": .integer(figures.shares),
      "empty": .integer(figures.emptySearches), "requests": .integer(figures.openRequests),
    ])
  }

  private func show(_ call: Call) async throws -> Response {
    guard call.target.isFolder else {
      return .redirect(to: DeskAddress.desk(call), status: .movedPermanently)
    }
    guard let principal = await authentication.visitor(call), principal.session != nil else {
      return DeskPage.signIn(call)
    }
    let frame = try await DeskFrame.make(call, principal, services, authentication)
    let store = services.store
    let figures = try await services.ask { try await $0.deskFigures(since: Self.today) }
    let month = ReportPeriod.since(Timestamp.now.advanced(by: .seconds(-30 * 86_400)))
    let lists = try await services.ask { _ in
      (
        pinned: try await store.pins(of: principal.name),
        viewed: try await store.mostViewed(language: nil, period: month, limit: 50),
        shared: try await store.mostShared(period: month, limit: 50)
      )
    }
    let page = DeskContext(
      frame: frame, figures: Self.figures(figures),
      choices: choices(call, frame.language),
      lists: [
        list("pinned", lists.pinned.map { ArticleCount(articleID: $0, count: 0) }, .max, call),
        list("viewed", lists.viewed, Self.listed, call),
        list("shared", lists.shared, Self.listed, call), recent(call),
      ],
      popularTags: popularTags(lists.viewed, call), origins: call.site.description.deskOrigins,
      asksExperts: services.delivery.experts(call.site, language: frame.language) != nil,
      canWrite: principal.scopes.contains(.content))
    var response = DeskPage.response(services.templates.desk(page))
    DeskPage.allowFrames(call, &response)
    return response
  }

  private static func figures(_ figures: DeskFigures) -> [DeskContext.Figure] {
    [
      DeskContext.Figure(key: "views", count: figures.views),
      DeskContext.Figure(key: "shares", count: figures.shares),
      DeskContext.Figure(key: "empty", count: figures.emptySearches),
      DeskContext.Figure(key: "requests", count: figures.openRequests),
    ]
  }

  /// The values of the filters, as the site's own search form has them.
  private func choices(_ call: Call, _ language: String) -> DeskContext.Choices {
    let form = call.site.description.searchForm(in: language)
    func choices(_ list: [SiteDescription.Choice]?) -> [SearchFormContext.Choice] {
      (list ?? []).map {
        SearchFormContext.Choice(key: $0.key, label: $0.label, icon: $0.icon ?? "")
      }
    }
    return DeskContext.Choices(
      categories: choices(form?.categories), difficulties: choices(form?.difficulties),
      tags: choices(form?.tags))
  }

  private func list(
    _ key: String, _ counts: [ArticleCount], _ limit: Int, _ call: Call
  ) -> DeskContext.List {
    let items = counts.lazy.compactMap { count in
      entry(count.articleID, call, count: count.count > 0 ? count.count : nil)
    }
    return DeskContext.List(key: key, articles: Array(items.prefix(limit)))
  }

  private func recent(_ call: Call) -> DeskContext.List {
    let language = DeskPage.language(call)
    let dated = call.site.articlesForAgents.compactMap { article -> (String, String)? in
      guard article.unlisted != true, let version = article.translation(in: language) else {
        return nil
      }
      return version.updated.map { ($0, article.id) }
    }
    let newest = dated.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.prefix(Self.listed)
    return DeskContext.List(
      key: "recent",
      articles: newest.compactMap { date, id in entry(id, call, updated: date) })
  }

  private func entry(
    _ id: String, _ call: Call, count: Int? = nil, updated: String? = nil
  ) -> DeskContext.Entry? {
    let language = DeskPage.language(call)
    guard let article = call.site.articleForAgents(id: id),
      let (read, version) = article.version(for: language, else: call.site.languages)
    else { return nil }
    let categories = call.site.description.searchForm(in: language)?.categories
    return DeskContext.Entry(
      id: id, language: version.fallback ?? read, title: version.title, url: version.url,
      icon: categories.icon(of: article.category ?? ""),
      isInternal: article.isForAgents == true, count: count, updated: updated)
  }

  /// The tags of what is read, most read first.
  private func popularTags(_ counts: [ArticleCount], _ call: Call) -> [DeskContext.Tag] {
    var sums: [String: Int] = [:]
    for count in counts {
      for tag in call.site.article(id: count.articleID)?.tags ?? [] {
        sums[tag, default: 0] += count.count
      }
    }
    if sums.isEmpty {
      for tag in call.site.articles.flatMap({ $0.tags ?? [] }) { sums[tag, default: 0] += 1 }
    }
    let tags = call.site.description.searchForm(in: DeskPage.language(call))?.tags
    return sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(12).map {
      DeskContext.Tag(key: $0.key, label: tags.label(of: $0.key), count: $0.value)
    }
  }
}
