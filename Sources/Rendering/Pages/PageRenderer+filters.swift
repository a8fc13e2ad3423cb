import Content

extension PageRenderer {
  /// The ways to narrow a list of articles: categories by level, everything else by level or category.
  ///
  /// Each is a link to the search page, which any host serves; where the whole list is on the page a
  /// script filters it in place instead.
  func addFilters(
    of group: LanguageSite.Group, folder: String, in language: LanguageSite,
    to values: inout TemplateValues
  ) {
    let byCategory = folder == "difficulty"
    let choices = byCategory ? language.categories : language.difficulties
    var counts: [String: Int] = [:]
    for number in group.articles {
      let article = context.catalog.articles[number]
      if let key = byCategory ? article.category : article.difficulty {
        counts[key, default: 0] += 1
      }
    }
    let used = choices.filter { counts[$0.key] != nil }
    values["hasFilters"] = used.count > 1
    guard used.count > 1 else { return }
    let kind = ["categories": "category", "difficulty": "difficulty", "tags": "tag"][folder] ?? ""
    let name = byCategory ? "category" : "difficulty"
    values["filterName"] = name
    values["ownURL"] = context.href(group.path)
    values["articlesOne"] = language.strings["articles.one"]
    values["articlesOther"] = language.strings["articles.other"]
    values["filterLabel"] = language.strings[byCategory ? "filterByCategory" : "filterByLevel"]
    values["filters"] = used.map { choice -> TemplateValues in
      var item = fields(choice)
      item["count"] = language.locale.number(counts[choice.key] ?? 0)
      item["url"] =
        context.href(language.searchPath) + "?\(kind)=\(group.key)&\(name)=\(choice.key)"
      return item
    }
  }
}
