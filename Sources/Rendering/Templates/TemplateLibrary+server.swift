extension TemplateLibrary {
  /// The HTML of the partial `search-results`.
  public func searchResults(_ context: SearchResultsContext) -> [UInt8] {
    render("search-results", context.language) { context.fields($0) }
  }

  /// The HTML of the partial `search-form`.
  public func searchForm(_ context: SearchFormContext) -> [UInt8] {
    render("search-form", context.language) { _ in context.fields }
  }

  /// The HTML of the partial `popular`.
  public func popular(_ context: PopularContext) -> [UInt8] {
    render("popular", context.language) { context.fields($0) }
  }

  private func render(
    _ name: String, _ language: String, _ fields: (StringTable) -> TemplateValues
  ) -> [UInt8] {
    let templates = localized(language)
    return templates.bytes(name, fields(templates.strings))
  }
}

extension SearchResultsContext {
  /// The fields that the template names.
  func fields(_ strings: StringTable) -> TemplateValues {
    var fields: TemplateValues = [
      "query": query, "hasQuery": !query.isEmpty, "isEmpty": hits.isEmpty,
      "articlesURL": articlesURL, "isUnavailable": isUnavailable,
      "hits": hits.map { $0.fields(strings) },
      "hasPages": previousURL != nil || nextURL != nil,
      "summary": strings.count(query.isEmpty ? "articles" : "results", total, ["query": query]),
      "nothingFound": query.isEmpty
        ? strings["nothingFoundFiltered"] : strings.format("nothingFound", ["query": query]),
    ]
    if let suggestion {
      fields["suggestion"] = ["text": suggestion.text, "url": suggestion.url]
    }
    if let previousURL { fields["previous"] = previousURL }
    if let nextURL { fields["next"] = nextURL }
    if let contactURL { fields["contactURL"] = contactURL }
    return fields
  }
}

extension SearchResultsContext.Hit {
  fileprivate func fields(_ strings: StringTable) -> TemplateValues {
    var fields: TemplateValues = ["title": titleHTML, "url": url]
    fields.set("snippet", snippetHTML)
    fields.set("category", category)
    fields.set("categoryIcon", categoryIcon)
    fields.set("difficulty", difficulty)
    fields.set("difficultyKey", difficultyKey)
    fields.set("difficultyIcon", difficultyIcon)
    fields.set("views", views.map { strings.count("views", $0) })
    fields.set(
      "rating", rating.map { strings.format("rating", ["rating": Self.oneDecimal($0, strings)]) })
    fields.set("updatedISO", updated)
    fields.set("updated", updated.map(LocaleFormat(strings.language).date(iso:)))
    fields.set("language", language)
    return fields
  }

  /// `4.25` as `4,3` in French and `4.3` in English.
  private static func oneDecimal(_ value: Double, _ strings: StringTable) -> String {
    let bounded = value.isFinite ? min(max(value, 0), 1_000) : 0
    let tenths = Int((bounded * 10).rounded())
    let mark = LocaleFormat(strings.language).language == "fr" ? "," : "."
    return "\(tenths / 10)\(mark)\(tenths % 10)"
  }
}

extension SearchFormContext {
  /// The fields that the template names.
  var fields: TemplateValues {
    let locale = LocaleFormat(language)
    func options(_ choices: [Choice], _ selected: String?) -> [TemplateValues] {
      choices.map { choice in
        var fields: TemplateValues = [
          "key": choice.key, "label": choice.label, "icon": choice.icon,
          "isSelected": choice.key == selected,
          "isDisabled": choice.count == 0 && choice.key != selected,
        ]
        fields.set("count", choice.count.map(locale.number))
        return fields
      }
    }
    return [
      "action": action, "query": query, "module": module, "reset": action,
      "categories": options(categories, category),
      "difficulties": options(difficulties, difficulty),
      "tags": options(tags, tag), "hasTags": !tags.isEmpty,
      "isFiltered": category != nil || difficulty != nil || tag != nil,
    ]
  }
}

extension PopularContext {
  /// The fields that the template names.
  func fields(_ strings: StringTable) -> TemplateValues {
    [
      "heading": strings[choice == .mostViewed ? "mostViewed" : "featured"],
      "isEmpty": items.isEmpty,
      "articles": items.map { item -> TemplateValues in
        var fields: TemplateValues = ["title": item.title, "url": item.url]
        var category: TemplateValues = ["label": item.category]
        category.set("icon", item.categoryIcon)
        fields.set("category", item.category.isEmpty ? nil : category)
        fields.set("views", item.views.map { strings.count("views", $0) })
        return fields
      },
    ]
  }
}
