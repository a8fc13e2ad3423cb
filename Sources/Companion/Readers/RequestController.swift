import Delivery
import EventLog
import HTTPTypes
import Hummingbird

/// What is asked of experts and writers, and what becomes of it.
struct RequestController: Sendable {
  let services: CompanionServices
  let authentication: Authentication
  let log: ReaderLog

  var routes: [Route] {
    [
      Route(.post, "/api/v1/requests", ReaderOperations.addRequest, add),
      Route(.get, "/api/v1/requests", ReaderOperations.listRequests, list),
      Route(.post, "/api/v1/requests/{id}/close", ReaderOperations.closeRequest, close),
      Route(.post, "/api/v1/requests/{id}/reopen", ReaderOperations.reopenRequest, reopen),
    ]
  }

  private struct Body: CallBody {
    enum CodingKeys: CodingKey, CaseIterable {
      case kind, lang, article, query, text, conversation_id
    }

    var kind: String
    var lang: String?
    var article: String?
    var query: String?
    var text: String?
    var conversation_id: String?
  }

  private func add(_ call: Call) async throws -> Response {
    let body = try await call.body(Body.self)
    guard let kind = HelpRequest.Kind(rawValue: body.kind) else {
      throw ProblemDetails.parameter("kind", "must be 'expert', 'article' or 'mistake'")
    }
    let language = try call.language(named: body.lang)
    let principal = await authentication.visitor(call)
    // An agent's browser has to show that it is the desk that asks.
    if principal != nil { _ = try await authentication.principal(call, .articles) }
    if let id = body.article {
      let isKnown =
        principal == nil
        ? call.site.article(id: id) != nil : call.site.articleForAgents(id: id) != nil
      guard isKnown else {
        throw ProblemDetails.notFound(
          "article-unknown", "'article': there is no article '\(id)'", field: "article")
      }
    }
    try Self.check(kind, body)
    let reader = Reader(call, principal)
    guard reader.kind != .program else {
      return .json(.fields(["id": nil, "status": "ignored"]), status: .accepted)
    }
    // Whatever is done with it, it is done without what would tell who people are.
    let request = HelpRequest(
      id: Self.id(body, seed: call.idempotencySeed),
      kind: kind, articleID: body.article, language: language, query: body.query, text: body.text,
      agent: principal?.name, conversationID: principal == nil ? nil : body.conversation_id
    ).screened
    // Whoever is nobody's agent could have the experts' mailbox filled.
    let mail = principal == nil ? nil : ExpertMail(services: services).message(request, call)
    try await services.ask {
      try await $0.accept(request, message: mail.map { OutgoingMessage.mail($0).stored }, due: .now)
    }
    if kind == .expert { log.note(.escalated, by: reader) }
    services.live.publish(.request(request))
    return .json(
      .fields(["id": .string(request.id), "status": "open"]), status: .created)
  }

  /// A new id; the same one for a request that is sent again with the same key.
  private static func id(_ body: Body, seed: [UInt8]?) -> String {
    let fields = [body.kind, body.lang, body.article, body.query, body.text, body.conversation_id]
    let text = fields.map { $0 ?? "" }.joined(separator: "\u{1}")
    let link = seed.map { ShareLink(seed: $0 + Array(text.utf8)) } ?? ShareLink()
    return String(link.id.prefix(12))
  }

  private static func check(_ kind: HelpRequest.Kind, _ body: Body) throws {
    if let text = body.text, text.count > ReaderController.longestComment {
      throw ProblemDetails.parameter(
        "text", "must have at most \(ReaderController.longestComment) characters")
    }
    if let query = body.query, query.count > 400 {
      throw ProblemDetails.parameter("query", "must have at most 400 characters")
    }
    func isBlank(_ text: String?) -> Bool { (text ?? "").allSatisfy(\.isWhitespace) }
    switch kind {
    case .mistake where body.article == nil:
      throw ProblemDetails.parameter("article", "is missing")
    case .mistake where isBlank(body.text):
      throw ProblemDetails.parameter("text", "is missing: what is wrong?")
    case .article where isBlank(body.text) && isBlank(body.query):
      throw ProblemDetails.parameter(
        "text", "is missing, as 'query' is: what should the article answer?")
    default: return
    }
  }

  private func list(_ call: Call) async throws -> Response {
    let page = try call.page(limit: 50, most: 500)
    let state = try call.choice("state", of: ["open", "closed", "all"]) ?? "open"
    let isOpen: Bool? = state == "all" ? nil : state == "open"
    let found = try await services.ask {
      try await $0.requests(isOpen: isOpen, limit: page.limit, offset: page.offset)
    }
    return .json(
      .fields([
        "total": .integer(found.total), "requests": .array(found.requests.map(Self.json)),
      ]))
  }

  private func close(_ call: Call) async throws -> Response {
    try await settle(call, closed: .now)
  }

  private func reopen(_ call: Call) async throws -> Response {
    try await settle(call, closed: nil)
  }

  private func settle(_ call: Call, closed: Timestamp?) async throws -> Response {
    let id = call.parameters["id"] ?? ""
    let isKnown = try await services.ask { try await $0.close(requestID: id, time: closed) }
    guard isKnown, let request = try await services.ask({ try await $0.request(id: id) }) else {
      throw ProblemDetails.notFound("request-unknown", "there is no request '\(id)'")
    }
    return .json(Self.json(request))
  }

  /// A request as the API tells it.
  static func json(_ request: HelpRequest) -> JSONValue {
    .fields([
      "id": .string(request.id), "kind": .string(request.kind.rawValue),
      "time": .string(request.time.description), "article": .optional(request.articleID),
      "lang": .string(request.language), "query": .optional(request.query),
      "text": .optional(request.text), "agent": .optional(request.agent),
      "conversation_id": .optional(request.conversationID),
      "closed": .optional(request.closed?.description),
    ])
  }
}
