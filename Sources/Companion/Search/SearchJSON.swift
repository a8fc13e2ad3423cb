import Search

/// Puts the answer to a search into JSON.
struct SearchJSON {
  let parameters: SearchParameters
  let answer: SearchService.Answer
  let signals: RankingSignals

  /// The whole answer.
  var value: JSONValue {
    let results = answer.results
    let hits = results.hits.map(hit)
    var value = JSONValue.fields([
      "query": .string(parameters.text), "lang": .string(parameters.language),
      "total": .integer(results.total), "took_us": .integer(answer.microseconds),
      "hits": .array(hits),
      "facets": .fields([
        "category": Self.facet(results.facets.category),
        "difficulty": Self.facet(results.facets.difficulty),
        "tag": Self.facet(results.facets.tag),
      ]),
      "suggestion": .optional(results.suggestion),
    ])
    if parameters.groups { value.append("groups", .array(groups(hits))) }
    return value
  }

  private func hit(_ hit: Hit) -> JSONValue {
    let article = signals.site.articleForAgents(id: hit.id)
    var value = JSONValue.fields([
      "id": .string(hit.id), "lang": .string(parameters.language), "title": .string(hit.title),
      "title_html": .string(hit.titleHTML()), "url": .string(hit.url),
      "anchor": .optional(hit.anchor), "category": .string(hit.category),
      "difficulty": .optional(hit.difficulty.isEmpty ? nil : hit.difficulty),
      "tags": .array(hit.tags.map { .string($0) }),
      "score": .float(hit.score), "snippet": .string(hit.snippet.html()),
      "views": .integer(signals.views(of: hit.id)),
      "rating": .optional(number: signals.rating(of: hit.id)),
      "updated": .optional(SearchService.date(of: hit)),
      "stale_since": .optional(article?.translation(in: parameters.language)?.staleSince),
      "visibility": .string(article?.isForAgents == true ? "agents" : "public"),
    ])
    if let explanation = hit.explanation {
      value.append("explanation", Self.explanation(explanation))
    }
    return value
  }

  private static func explanation(_ part: Explanation) -> JSONValue {
    .fields([
      "label": .string(part.label), "value": .float(part.value),
      "children": .array(part.children.map(explanation)),
    ])
  }

  private static func facet(_ entries: [FacetCounts.Entry]) -> JSONValue {
    .array(entries.map { .fields(["key": .string($0.key), "count": .integer($0.count)]) })
  }

  /// The hits of this page by category, the category of the best one first.
  ///
  /// Categories whose hits are all on other pages follow without any, so that the totals of the
  /// groups add up to that of the search.
  private func groups(_ hits: [JSONValue]) -> [JSONValue] {
    var keys: [String] = []
    var members: [String: [JSONValue]] = [:]
    for (hit, value) in zip(answer.results.hits, hits) {
      if members[hit.category] == nil { keys.append(hit.category) }
      members[hit.category, default: []].append(value)
    }
    let counts = answer.results.facets.category.filter {
      parameters.categories.isEmpty || parameters.categories.contains($0.key)
    }
    keys += counts.map(\.key).filter { members[$0] == nil }
    let totals = Dictionary(counts.map { ($0.key, $0.count) }) { first, _ in first }
    // Articles without a category have no count of their own: they are what is left.
    let rest = answer.results.total - counts.reduce(0) { $0 + $1.count }
    let choices = signals.site.description.searchForm(in: parameters.language)?.categories
    return keys.map { key in
      let icon = choices.icon(of: key)
      return .fields([
        "key": .string(key), "label": .string(choices.label(of: key)),
        "icon": .optional(icon.isEmpty ? nil : icon),
        "total": .integer(totals[key] ?? max(rest, members[key]?.count ?? 0)),
        "hits": .array(members[key] ?? []),
      ])
    }
  }
}
