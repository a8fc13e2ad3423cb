import Hummingbird
import Search

/// `GET /api/v1/search`.
struct SearchController: Sendable {
  let search: SearchService

  var routes: [Route] {
    [Route(.get, "/api/v1/search", respond)]
  }

  private func respond(_ call: Call) async throws -> Response {
    let parameters = try SearchParameters(call, language: try call.language())
    let answer = try await search.search(parameters, site: call.site)
    let results = answer.results
    return .json(
      .fields([
        "query": .string(parameters.text), "lang": .string(parameters.language),
        "total": .integer(results.total), "took_us": .integer(answer.microseconds),
        "hits": .array(
          results.hits.map { Self.hit($0, parameters.language, views: answer.views[$0.id] ?? 0) }),
        "facets": .fields([
          "category": Self.facet(results.facets.category),
          "difficulty": Self.facet(results.facets.difficulty),
          "tag": Self.facet(results.facets.tag),
        ]),
        "suggestion": .optional(results.suggestion),
      ]))
  }

  private static func hit(_ hit: Hit, _ language: String, views: Int) -> JSONValue {
    .fields([
      "id": .string(hit.id), "lang": .string(language), "title": .string(hit.title),
      "title_html": .string(hit.titleHTML()), "url": .string(hit.url),
      "anchor": .optional(hit.anchor), "category": .string(hit.category),
      "difficulty": .optional(hit.difficulty.isEmpty ? nil : hit.difficulty),
      "tags": .array(hit.tags.map { .string($0) }),
      "score": .number(Double("\(hit.score)") ?? 0), "snippet": .string(hit.snippet.html()),
      "views": .integer(views), "rating": nil,
      "updated": .optional(SearchService.date(of: hit)),
    ])
  }

  private static func facet(_ entries: [FacetCounts.Entry]) -> JSONValue {
    .array(entries.map { .fields(["key": .string($0.key), "count": .integer($0.count)]) })
  }
}
