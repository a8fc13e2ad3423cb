import EventLog

/// Watches the event log and the site for those whose desk is open.
struct LiveFigures: Sendable {
  let services: CompanionServices

  /// Looks every second while somebody listens, until the task is cancelled.
  func run() async {
    var last: DeskFigures?
    var site = services.site.snapshot
    var seconds = 0
    while (try? await Task.sleep(for: .seconds(1))) != nil {
      let now = services.site.snapshot
      guard !services.live.isIdle else {
        (last, site) = (nil, now)
        continue
      }
      seconds += 1
      if now !== site {
        tell(of: now, after: site)
        site = now
      }
      if let figures = try? await services.store.deskFigures(since: DeskController.today),
        figures != last
      {
        last = figures
        services.live.publish(.figures(figures))
      }
      // Proxies close what is silent, and a browser that has gone is only noticed when written to.
      if seconds.isMultiple(of: 15) { services.live.publish(.heartbeat) }
    }
  }

  private func tell(of site: SiteSnapshot, after old: SiteSnapshot) {
    let known = Set(old.articlesForAgents.map(\.id))
    let new = site.articlesForAgents.filter { !known.contains($0.id) }
    let entries = new.prefix(20).compactMap { article -> JSONValue? in
      guard
        let (language, version) = article.version(for: site.defaultLanguage, else: site.languages)
      else { return nil }
      return .fields([
        "id": .string(article.id), "lang": .string(language), "title": .string(version.title),
        "url": .string(version.url),
      ])
    }
    services.live.publish(
      LiveEvents.Item(name: "articles", data: .fields(["articles": .array(entries)])))
  }
}
