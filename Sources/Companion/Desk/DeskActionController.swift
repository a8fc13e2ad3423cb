import EventLog
import HTTPTypes
import Hummingbird

/// What an agent does with an article besides sharing it: keep it at hand, say that it solved a case.
struct DeskActionController: Sendable {
  let services: CompanionServices

  var routes: [Route] {
    [
      Route(.put, "/api/v1/articles/{id}/pin", DeskOperations.pin, pin),
      Route(.post, "/api/v1/articles/{id}/solved", DeskOperations.markSolved, solved),
    ]
  }

  private struct Pin: CallBody {
    enum CodingKeys: CodingKey, CaseIterable { case pinned }

    var pinned: Bool
  }

  private func pin(_ call: Call) async throws -> Response {
    let principal = try call.agent()
    let article = try call.articleForAgents()
    let body = try await call.body(Pin.self)
    try await services.ask {
      try await $0.pin(article.id, of: principal.name, isPinned: body.pinned, time: .now)
    }
    return .json(.fields(["pinned": .bool(body.pinned)]))
  }

  private struct Solved: CallBody {
    enum CodingKeys: CodingKey, CaseIterable { case lang, conversation_id }

    var lang: String?
    var conversation_id: String?
  }

  private func solved(_ call: Call) async throws -> Response {
    let principal = try call.agent()
    let article = try call.articleForAgents()
    let body = try await call.body(Solved.self)
    try await services.append(
      .solved(
        SolvedEvent(
          articleID: article.id, language: try call.language(named: body.lang),
          agent: principal.name, conversationID: body.conversation_id)), once: call.idempotencySeed)
    return .json(.fields(["status": "counted"]), status: .accepted)
  }
}

extension Call {
  /// The article that the route names, whoever it is for; for routes of agents.
  func articleForAgents() throws -> ListedArticle {
    let id = parameters["id"] ?? ""
    guard let article = site.articleForAgents(id: id) else {
      throw ProblemDetails.notFound("article-unknown", "there is no article '\(id)'")
    }
    return article
  }
}
