import Digest
import HTTPTypes
import Rendering
import Search

/// Fills the search page in on the server, so that searching needs no script.
struct SearchPageController: Sendable {
  let services: CompanionServices
  let search: SearchService

  /// The search page with its answer, and the status to send it with; nil if nothing is asked, and
  /// the page is as it was built.
  func page(
    _ language: String, call: Call
  ) async throws -> (page: SiteFile, status: HTTPResponse.Status)? {
    guard let source = call.site.files["\(language)/search/index.html"] else { return nil }
    let parameters = try SearchParameters(call, language: language)
    guard !parameters.isEmpty else { return nil }
    let templates = services.templates
    var page = source.bytes
    var status = HTTPResponse.Status.ok
    var context: SearchResultsContext
    var facets: FacetCounts?
    if call.site.searchers[parameters.language] == nil {
      context = resultsContext(language, parameters, SearchResults(), call)
      context.isUnavailable = true
      status = .serviceUnavailable
    } else {
      let signals = search.signals(call)
      let reader = await search.log.reader(call)
      let answer = try search.search(parameters, call.site, signals)
      search.log(
        parameters, call, by: reader, hitCount: answer.results.total,
        hitIDs: answer.results.hits.map(\.id), microseconds: answer.microseconds, isSubmitted: true)
      context = resultsContext(language, parameters, answer.results, call)
      facets = answer.results.facets
    }
    let html = templates.searchResults(context)
    page = PageRegion.replaced(in: page, region: "results", with: html) ?? page
    if let form = call.site.description.searchForm(in: language) {
      let context = formContext(language, parameters, form, facets)
      page =
        PageRegion.replaced(in: page, region: "query", with: templates.searchForm(context)) ?? page
    }
    return (SiteFile(path: source.path, bytes: page), status)
  }

  private func resultsContext(
    _ language: String, _ parameters: SearchParameters, _ results: SearchResults, _ call: Call
  ) -> SearchResultsContext {
    let form = call.site.description.searchForm(in: language)
    let signals = search.signals(call)
    // `lang:` in the query may have asked for another language than that of the page.
    let other = parameters.language == language ? nil : parameters.language
    let end = parameters.offset + results.hits.count
    return SearchResultsContext(
      language: language, query: parameters.text, total: results.total,
      hits: results.hits.map { hit($0, signals, form, in: other) },
      suggestion: results.suggestion.map { ($0, Self.address(call, query: $0, offset: 0)) },
      previousURL: parameters.offset > 0
        ? Self.address(call, offset: max(0, parameters.offset - parameters.limit)) : nil,
      nextURL: end < results.total && !results.hits.isEmpty
        ? Self.address(call, offset: end) : nil,
      articlesURL: "\(call.site.basePath)/\(language)/articles/",
      contactURL: call.site.description.languages[language]?.contact)
  }

  private func hit(
    _ hit: Hit, _ signals: RankingSignals, _ form: SiteDescription.SearchForm?,
    in language: String?
  ) -> SearchResultsContext.Hit {
    let views = signals.views(of: hit.id)
    let anchor = hit.anchor.map { $0.isEmpty ? "" : "#" + PercentCoding.encoded($0) } ?? ""
    return SearchResultsContext.Hit(
      titleHTML: hit.titleHTML(), url: hit.url + anchor, snippetHTML: hit.snippet.html(),
      category: (form?.categories).label(of: hit.category),
      categoryIcon: (form?.categories).icon(of: hit.category), difficultyKey: hit.difficulty,
      difficulty: (form?.difficulties).label(of: hit.difficulty),
      difficultyIcon: (form?.difficulties).icon(of: hit.difficulty),
      views: views > 0 ? views : nil, rating: signals.rating(of: hit.id),
      updated: SearchService.date(of: hit), language: language)
  }

  /// The form with the query and the filters chosen, and how many articles each other choice leaves.
  private func formContext(
    _ language: String, _ parameters: SearchParameters, _ form: SiteDescription.SearchForm,
    _ facets: FacetCounts?
  ) -> SearchFormContext {
    func choices(
      _ choices: [SiteDescription.Choice], _ entries: [FacetCounts.Entry]?
    ) -> [SearchFormContext.Choice] {
      choices.map { choice in
        SearchFormContext.Choice(
          key: choice.key, label: choice.label, icon: choice.icon ?? "",
          count: entries.map { $0.first { $0.key == choice.key }?.count ?? 0 })
      }
    }
    return SearchFormContext(
      language: language, query: parameters.text,
      categories: choices(form.categories, facets?.category), category: parameters.categories.first,
      difficulties: choices(form.difficulties, facets?.difficulty),
      difficulty: parameters.difficulties.first,
      tags: choices(form.tags, facets?.tag), tag: parameters.tags.first, action: form.action,
      module: form.module ?? "")
  }

  /// The address of the same search with another query or offset.
  private static func address(_ call: Call, query: String? = nil, offset: Int) -> String {
    var items = call.query.items.filter { $0.name != "offset" && !$0.value.isEmpty }
    if let query {
      items.removeAll { $0.name == "q" }
      items.insert(QueryItems.Item(name: "q", value: query), at: 0)
    }
    if offset > 0 { items.append(QueryItems.Item(name: "offset", value: String(offset))) }
    return "?" + QueryItems(items).encoded
  }
}
