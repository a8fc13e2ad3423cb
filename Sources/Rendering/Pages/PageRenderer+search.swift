public import Content

extension PageRenderer {
  /// A language's search page, with regions that the server fills.
  func searchPage(_ language: LanguageSite) -> Page {
    Page(path: Self.file(language.searchPath)) { renderSearch(language) }
  }

  private func renderSearch(_ language: LanguageSite) -> String {
    let strings = language.strings
    let head = commonHead(
      kind: "search", title: strings["searchTitle"], description: strings["searchDescription"],
      language, below: "search/")
    var values = layout(head, language)
    values["form"] = language.templates.render(
      "search-form", language.sections.merging(searchForm(language).fields) { _, new in new })
    // Patterns that the script fills in as it gets answers.
    values["resultsOne"] = strings["results.one"]
    values["resultsOther"] = strings["results.other"]
    values["articlesOne"] = strings["articles.one"]
    values["articlesOther"] = strings["articles.other"]
    values["nothingFound"] = strings["nothingFound"]
    values["viewsOne"] = strings["views.one"]
    values["viewsOther"] = strings["views.other"]
    values["ratingPattern"] = strings["rating"]
    values["popular"] = popular(language)
    return language.templates.render("search", values)
  }

  /// The search form of a language with nothing chosen; the server sets the query and filters.
  public func searchForm(in language: LanguageCode) -> SearchFormContext {
    searchForm(site(in: language))
  }

  private func searchForm(_ language: LanguageSite) -> SearchFormContext {
    func choices(_ groups: [LanguageSite.Group]) -> [SearchFormContext.Choice] {
      groups.filter { !$0.articles.isEmpty }.map {
        SearchFormContext.Choice(key: $0.key, label: $0.label, icon: $0.icon)
      }
    }
    return SearchFormContext(
      language: language.code.rawValue, categories: choices(language.categories),
      difficulties: choices(language.difficulties), tags: choices(language.tags),
      action: context.href(language.searchPath), module: context.themeURLs["search.js"] ?? "")
  }

  /// All articles of a language by first letter, which also serves where nothing can search.
  func allArticlesPage(_ language: LanguageSite) -> Page {
    Page(path: Self.file(language.articlesPath)) { renderAllArticles(language) }
  }

  private func renderAllArticles(_ language: LanguageSite) -> String {
    let strings = language.strings
    let count = strings.count("articles", language.listed.count)
    let head = commonHead(
      kind: "list", title: strings["allArticles"],
      description: "\(strings["allArticles"]) · \(count)", language, below: "articles/")
    var values = layout(head, language)
    values["count"] = count
    values["letters"] = letters(language)
    return language.templates.render("articles", values)
  }

  private func letters(_ language: LanguageSite) -> [TemplateValues] {
    var entries: [(letter: String, key: CollationKey, number: Int)] = []
    for number in language.listed {
      let title = context.catalog.articles[number].version(for: language.code).version.title
      entries.append((CollationKey.initial(of: title), CollationKey(title), number))
    }
    entries.sort { ($0.letter, $0.key, $0.number) < ($1.letter, $1.key, $1.number) }
    var result: [TemplateValues] = []
    var start = 0
    while start < entries.count {
      let letter = entries[start].letter
      let end =
        entries[start...].firstIndex(where: { entry in entry.letter != letter }) ?? entries.count
      result.append([
        "letter": letter, "anchor": letter == "#" ? "letter-0" : "letter-\(letter.lowercased())",
        "articles": entries[start..<end].map { row($0.number, language) },
      ])
      start = end
    }
    return result
  }

  private func row(_ number: Int, _ language: LanguageSite) -> TemplateValues {
    var values: TemplateValues = link(to: number, in: language)
    let key = context.catalog.articles[number].category
    let category = language.categoryIndex[key].map { language.categories[$0] }
    values.set("category", category?.label)
    values.set("icon", category?.icon)
    return values
  }
}
