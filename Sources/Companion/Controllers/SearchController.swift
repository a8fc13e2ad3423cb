import Hummingbird
import NIOCore
import Search

/// `GET /api/v1/search`.
struct SearchController: Sendable {
  let search: SearchService

  var routes: [Route] {
    [Route(.get, "/api/v1/search", SearchOperations.search, respond)]
  }

  private func respond(_ call: Call) async throws -> Response {
    let parameters = try SearchParameters(call, language: try call.language())
    let visibility = try call.choice(
      "visibility", of: AgentsSearch.Visibility.allCases.map(\.rawValue)
    ).flatMap(AgentsSearch.Visibility.init)
    let reader = await search.log.reader(call)
    let answer =
      reader.seesInternal
      ? try answerForAgent(parameters, visibility, call) : try answer(parameters, call)
    search.log(
      parameters, call, by: reader, hitCount: answer.hitCount, hitIDs: answer.hitIDs,
      microseconds: answer.microseconds, isSubmitted: false)
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
    let answer = finished(parameters, found, signals)
    if let key { signals.answers.keep(answer, for: key) }
    return answer
  }

  /// The answer for an agent; it is kept for nobody.
  private func answerForAgent(
    _ parameters: SearchParameters, _ visibility: AgentsSearch.Visibility?, _ call: Call
  ) throws -> ResponseCache.Answer {
    let signals = search.signals(call)
    let found = try search.searchForAgent(parameters, visibility, call.site, signals)
    return finished(parameters, found, signals)
  }

  private func finished(
    _ parameters: SearchParameters, _ found: SearchService.Answer, _ signals: RankingSignals
  ) -> ResponseCache.Answer {
    let json = SearchJSON(parameters: parameters, answer: found, signals: signals)
    return ResponseCache.Answer(
      body: ByteBuffer(bytes: json.value.bytes), hitCount: found.results.total,
      microseconds: found.microseconds, hitIDs: found.results.hits.map(\.id))
  }
}
