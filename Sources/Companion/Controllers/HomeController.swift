import EventLog
import Rendering
import Synchronization

/// Puts the most viewed articles on the home pages.
final class HomeController: Sendable {
  private struct Made {
    var time: ContinuousClock.Instant
    var source: SiteFile
    var page: SiteFile
  }

  private let services: CompanionServices
  private let pages = Mutex<[String: Made]>([:])
  /// How long a page is taken as it is before views are counted anew.
  private let lifetime = Duration.seconds(1)

  init(services: CompanionServices) { self.services = services }

  /// The home page of a language; nil if the site has none.
  ///
  /// Until anything has been viewed it is the page that was built.
  func page(_ language: String, site: SiteSnapshot) async -> SiteFile? {
    guard let source = site.files["\(language)/index.html"] else { return nil }
    let made = pages.withLock { $0[language] }.flatMap { $0.source === source ? $0 : nil }
    if let made, !claim(language) { return made.page }
    let bytes = await render(source, language, site)
    var page = bytes.map { SiteFile(path: source.path, bytes: $0) } ?? source
    // The same bytes keep their file, and with it their compressed form.
    if let made, made.page.entityTag == page.entityTag { page = made.page }
    let result = Made(time: .now, source: source, page: page)
    pages.withLock { $0[language] = result }
    return page
  }

  /// Whether it falls to the caller to render a page anew; everyone else takes it as it is.
  private func claim(_ language: String) -> Bool {
    pages.withLock { pages in
      guard let time = pages[language]?.time, time.duration(to: .now) >= lifetime else {
        return false
      }
      pages[language]?.time = .now
      return true
    }
  }

  private func render(
    _ source: SiteFile, _ language: String, _ site: SiteSnapshot
  ) async -> [UInt8]? {
    let items = await mostViewed(language, site)
    guard !items.isEmpty else { return nil }
    let html = services.templates.popular(
      PopularContext(language: language, choice: .mostViewed, items: items))
    return PageRegion.replaced(in: source.bytes, region: "popular", with: html)
  }

  private func mostViewed(_ language: String, _ site: SiteSnapshot) async -> [PopularContext.Item] {
    let month = ReportPeriod.since(Timestamp.now.advanced(by: .seconds(-30 * 86_400)))
    for period in [month, .all] {
      // More than are shown: some may be gone, or not be in this language.
      guard
        let counts = try? await services.store.mostViewed(
          language: nil, period: period, limit: 50)
      else { return [] }
      let items = counts.compactMap { item($0, language, site) }.prefix(6)
      if !items.isEmpty { return Array(items) }
    }
    return []
  }

  private func item(
    _ count: ArticleCount, _ language: String, _ site: SiteSnapshot
  ) -> PopularContext.Item? {
    guard let article = site.article(id: count.articleID), article.unlisted != true,
      let version = article.translation(in: language)
    else { return nil }
    let category = article.category ?? ""
    let categories = site.description.searchForm(in: language)?.categories
    return PopularContext.Item(
      title: version.title, url: version.url,
      category: categories.label(of: category), categoryIcon: categories.icon(of: category),
      views: count.count)
  }
}
