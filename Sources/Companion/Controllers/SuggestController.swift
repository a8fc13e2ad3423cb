import Digest
import Hummingbird
import NIOCore
import Search

/// `GET /api/v1/suggest`, what may be meant while someone types; it is no search, and not logged.
struct SuggestController: Sendable {
  let search: SearchService

  var routes: [Route] {
    [Route(.get, "/api/v1/suggest", SearchOperations.suggest, respond)]
  }

  private func respond(_ call: Call) throws -> Response {
    let text = SearchParameters.cut(call.query["q"] ?? "", to: 1_000)
    let typed = LanguageFilter(text, languages: call.site.languages)
    let language = try typed.language ?? call.language()
    let limit = try call.integer("limit", default: 8, in: 1...20)
    let signals = search.signals(call)
    let key = "suggest\u{1}\(language)\u{1}\(limit)\u{1}\(text)"
    if let answer = signals.answers.answer(for: key) { return .json(answer.body) }

    let request = SuggestRequest(
      text: typed.text, limit: limit, popularity: signals.popularity[language],
      pastQueries: signals.pastQueries(in: language))
    let searcher = try search.searcher(language, call.site)
    let (suggestions, microseconds) = SearchService.timed { searcher.suggest(request) }
    let searchPage = "\(call.site.basePath)/\(language)/search/"
    let json = JSONValue.fields([
      "query": .string(text), "lang": .string(language), "took_us": .integer(microseconds),
      "suggestions": .array(suggestions.map { Self.json($0, searchPage: searchPage) }),
    ])
    let body = ByteBuffer(bytes: json.bytes)
    signals.answers.keep(
      ResponseCache.Answer(
        body: body, hitCount: suggestions.count, microseconds: microseconds), for: key)
    return .json(body)
  }

  private static func json(_ suggestion: Suggestion, searchPage: String) -> JSONValue {
    let url =
      suggestion.kind == .query
      ? searchPage + "?q=" + PercentCoding.encoded(suggestion.text) : suggestion.url
    return .fields([
      "kind": .string(suggestion.kind.rawValue), "text": .string(suggestion.text),
      "html": .string(suggestion.html()), "url": .string(url),
      "anchor": .optional(suggestion.anchor), "id": .optional(suggestion.id),
    ])
  }
}
