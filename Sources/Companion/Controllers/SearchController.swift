import Hummingbird
import NIOCore
import Search

/// `GET /api/v1/search`.
struct SearchController: Sendable {
  let search: SearchService

  var routes: [Route] {
    [Route(.get, "/api/v1/search", respond)]
  }

  private func respond(_ call: Call) throws -> Response {
    let parameters = try SearchParameters(call, language: try call.language())
    let answer = try answer(parameters, call)
    search.log(
      parameters, call, hitCount: answer.hitCount, microseconds: answer.microseconds,
      isSubmitted: false)
    return .json(answer.body)
  }

  /// The answer that was given before, else a new one.
  private func answer(
    _ parameters: SearchParameters, _ call: Call
  ) throws -> ResponseCache.Answer {
    let signals = search.signals(call)
    let key = parameters.key
    if let key, let answer = signals.answers.answer(for: key) { return answer }
    let found = try search.search(parameters, call.site, signals)
    let json = SearchJSON(parameters: parameters, answer: found, signals: signals)
    let answer = ResponseCache.Answer(
      body: ByteBuffer(bytes: json.value.bytes), hitCount: found.results.total,
      microseconds: found.microseconds)
    if let key { signals.answers.keep(answer, for: key) }
    return answer
  }
}
