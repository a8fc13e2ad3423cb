import Content

extension PageRenderer {
  /// A language's home page.
  func homePage(_ language: LanguageSite) -> Page {
    Page(path: Self.file(language.home)) { renderHome(language) }
  }

  private func renderHome(_ language: LanguageSite) -> String {
    let strings = language.strings
    let siteTitle = context.site.title.text(in: language.code, context.site, or: "")
    let head = commonHead(
      kind: "home", title: siteTitle,
      description: strings.format("homeDescription", ["site": siteTitle]), language, below: "")
    var values = layout(head, language)
    values["categories"] = language.categories.filter { !$0.articles.isEmpty }.map { group in
      var item = fields(group)
      item["count"] = strings.count("articles", group.articles.count)
      return item
    }
    let tags = language.tags.enumerated()
      .sorted { ($1.element.articles.count, $0.offset) < ($0.element.articles.count, $1.offset) }
      .prefix(12).map(\.element)
    values["hasTags"] = !tags.isEmpty
    values["tags"] = tags.map { group in
      var item = fields(group)
      item["count"] = language.locale.number(group.articles.count)
      return item
    }
    values["numbers"] = numbersLine(language)
    values.set(
      "updatedText",
      context.siteUpdated.map {
        strings.format("updatedOn", ["date": language.locale.date($0)])
      })
    values["articleCount"] = strings.count("articles", language.listed.count)
    if let date = context.siteUpdated { values["updatedISO"] = date.description }
    values["updatedPattern"] = strings["updatedAgo"]
    values["popular"] = popular(language)
    let recent = recentlyUpdated(language)
    values["recent"] = recent
    values["hasRecent"] = !recent.isEmpty
    return language.templates.render("home", values)
  }

  /// The articles to begin with, as the build knows them.
  func popular(_ language: LanguageSite) -> String {
    language.templates.render(
      "popular",
      language.sections.merging(popularContext(language).fields(language.strings)) { _, new in new }
    )
  }

  /// `2 847 articles · mis à jour le 3 mars 2026`.
  private func numbersLine(_ language: LanguageSite) -> String {
    let articles = language.strings.count("articles", language.listed.count)
    guard let date = context.siteUpdated else { return articles }
    let updated = language.strings.format("updatedOn", ["date": language.locale.date(date)])
    return "\(articles) · \(updated)"
  }

  /// The articles that writers put first: by weight, then in the catalog's order.
  private func popularContext(_ language: LanguageSite) -> PopularContext {
    // Without views to go by, one article of each category in turn shows what there is.
    var numbers: [Int] = []
    var round = 0
    let groups = language.categories.map(\.articles)
    while numbers.count < 6, groups.contains(where: { $0.count > round }) {
      for articles in groups where articles.count > round && numbers.count < 6 {
        numbers.append(articles[round])
      }
      round += 1
    }
    let items = numbers.map { number -> PopularContext.Item in
      let article = context.catalog.articles[number]
      let link = link(to: number, in: language)
      let category = language.categoryIndex[article.category].map { language.categories[$0] }
      return PopularContext.Item(
        title: link["title"] ?? "", url: link["url"] ?? "", category: category?.label ?? "",
        categoryIcon: category?.icon ?? "")
    }
    return PopularContext(language: language.code.rawValue, choice: .featured, items: items)
  }

  private func recentlyUpdated(_ language: LanguageSite) -> [TemplateValues] {
    var dated: [(date: CalendarDate, number: Int)] = []
    for number in language.listed {
      let (version, _) = context.catalog.articles[number].version(for: language.code)
      if let date = version.lastUpdated { dated.append((date, number)) }
    }
    dated.sort { ($1.date, $0.number) < ($0.date, $1.number) }
    return dated.prefix(6).map { entry in
      let article = context.catalog.articles[entry.number]
      return summary(article, article.version(for: language.code).version, in: language)
    }
  }
}
