import Content

extension PageRenderer {
  /// How many neighbours the side navigation shows at most.
  static let navigationSize = 12

  /// An article's values as lists and its own page show them.
  func summary(
    _ article: Article, _ version: ArticleVersion, in language: LanguageSite
  ) -> TemplateValues {
    let path = language.paths[article.number] ?? version.permalink
    var values: TemplateValues = [
      "id": article.id.description, "title": version.title, "url": context.href(path),
      "readingTime": language.strings.count("readingTime", version.readingMinutes),
      "params": version.templateParameters,
    ]
    let isForeign = version.language != language.code
    values.set("language", isForeign ? version.language.rawValue : nil)
    values.set("description", version.description)
    values.set("updated", version.lastUpdated.map(language.locale.date))
    values.set("updatedISO", version.lastUpdated?.description)
    values.set(
      "category", language.categoryIndex[article.category].map { fields(language.categories[$0]) })
    values.set(
      "difficulty",
      article.difficulty.flatMap { language.difficultyIndex[$0] }
        .map { fields(language.difficulties[$0]) })
    // A tag's page exists in a language only when an article of that language has it.
    let tags = article.tags.compactMap { key in
      language.tagIndex[key].map { fields(language.tags[$0]) }
    }
    values["tags"] = tags
    values["hasTags"] = !tags.isEmpty
    return values
  }

  /// A group's values.
  func fields(_ group: LanguageSite.Group) -> TemplateValues {
    var values: TemplateValues = [
      "key": group.key, "label": group.label, "url": context.href(group.path),
    ]
    values.set("icon", group.icon)
    values.set("description", group.description)
    return values
  }

  /// An article's card, as lists show it.
  func card(_ number: Int, in language: LanguageSite) -> String {
    cards.fragment(.init(language: language.code.rawValue, number: number)) {
      let article = context.catalog.articles[number]
      let (version, _) = article.version(for: language.code)
      var values = language.sections
      values["article"] = summary(article, version, in: language)
      return language.templates.render("card", values)
    }
  }

  /// The side navigation with this article's link marked as the current page.
  ///
  /// It is rendered once for each run of ``navigationSize`` neighbours.
  func navigation(for article: Article, in language: LanguageSite) -> String {
    let current = language.categoryIndex[article.category]
    let place = language.places[article.number]
    let run = (place ?? 0) / Self.navigationSize
    let key = FragmentCache.Key(
      language: language.code.rawValue, number: current ?? -1, group: place == nil ? -1 : run)
    let html = navigation.fragment(key) {
      renderNavigation(language, category: current, run: place == nil ? nil : run)
    }
    guard place != nil, let path = language.paths[article.number] else { return html }
    let link = "href=\"\(HTMLText.escaped(context.href(path)))\""
    return html.inserting(" aria-current=\"page\"", after: link)
  }

  private func renderNavigation(
    _ language: LanguageSite, category: Int?, run: Int?
  ) -> String {
    var values = language.sections
    values["categories"] = language.categories.enumerated().compactMap { index, group in
      guard !group.articles.isEmpty else { return nil as TemplateValues? }
      var item = fields(group)
      item["count"] = language.locale.number(group.articles.count)
      item["isCurrent"] = index == category
      guard index == category, let run else { return item }
      let start = run * Self.navigationSize
      let end = min(group.articles.count, start + Self.navigationSize)
      item["articles"] = group.articles[start..<end].map { link(to: $0, in: language) }
      item["hasMore"] = group.articles.count > end - start
      item["more"] = language.strings.count("allOf", group.articles.count)
      return item
    }
    return language.templates.render("navigation", values)
  }
}

extension String {
  /// The text with `insertion` after the first `marker`; the same text when it is not there.
  func inserting(_ insertion: String, after marker: String) -> String {
    let bytes = Array(utf8)
    let pattern = Array(marker.utf8)
    guard !pattern.isEmpty, bytes.count >= pattern.count else { return self }
    for start in 0...(bytes.count - pattern.count)
    where bytes[start] == pattern[0]
      && bytes[start..<(start + pattern.count)].elementsEqual(pattern)
    {
      let end = start + pattern.count
      return String(decoding: bytes[..<end] + insertion.utf8 + bytes[end...], as: UTF8.self)
    }
    return self
  }
}
