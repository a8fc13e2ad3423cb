import EventLog
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// `GET /api/v1/events`: what happens, as server-sent events.
struct EventStreamController: Sendable {
  let services: CompanionServices
  let authentication: Authentication

  var routes: [Route] {
    [
      Route(.get, "/api/v1/events", DeskOperations.listen, listen),
      Route(.post, "/api/v1/conversations/{id}/messages", DeskOperations.addMessages, addMessages),
    ]
  }

  private func listen(_ call: Call) async throws -> Response {
    let principal = try call.agent()
    var headers: HTTPFields = [
      .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store",
    ]
    // Some proxies hold answers back until they are whole.
    if let name = HTTPField.Name("X-Accel-Buffering") { headers[name] = "no" }
    guard call.request.method == .get else { return Response(status: .ok, headers: headers) }
    guard let items = services.live.listen(principal) else {
      throw ProblemDetails(
        status: .serviceUnavailable, code: "too-many-desks",
        detail: "too many desks are open", headers: [.retryAfter: "30"])
    }
    let figures = try await services.ask {
      try await $0.deskFigures(since: DeskController.today)
    }
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody { writer in
        try await writer.write(ByteBuffer(string: LiveEvents.Item.figures(figures).text))
        for await item in items.cancelOnGracefulShutdown() {
          // Who was revoked, or has expired, is told nothing more; nor is who may do less than before.
          if item.name == nil {
            guard await authentication.visitor(call, isUse: false)?.scopes == principal.scopes
            else { break }
          }
          try await writer.write(ByteBuffer(string: item.text))
        }
        try await writer.finish(nil)
      })
  }

  // MARK: Conversations

  /// How many characters a conversation's id has at most.
  static let longestName = 200

  private struct Messages: CallBody {
    enum CodingKeys: CodingKey, CaseIterable { case messages, lang, level, customer, whole }

    struct Message: CallBody {
      enum CodingKeys: CodingKey, CaseIterable { case from, text }

      var from: String?
      var text: String
    }
    struct Customer: CallBody {
      enum CodingKeys: CodingKey, CaseIterable { case name, company, product, email, plan }

      var name: String?
      var company: String?
      var product: [String: String]?
      var email: String?
      var plan: String?
    }
    var messages: [Message]
    var lang: String?
    var level: String?
    var customer: Customer?
    var whole: Bool?

    static var parts: [String: any CallBody.Type] {
      ["messages": Message.self, "customer": Customer.self]
    }
  }

  /// Hands a conversation on to the desks of the agent whose token it is; nothing of it is kept.
  private func addMessages(_ call: Call) async throws -> Response {
    let principal = try call.agent()
    let id = call.parameters["id"] ?? ""
    guard id.unicodeScalars.count <= Self.longestName else {
      throw ProblemDetails.parameter("id", "must have at most \(Self.longestName) characters")
    }
    let body = try await call.body(
      Messages.self, limit: RelatedController.mostBytes, hint: "send the last messages")
    guard body.messages.count <= 200 else {
      throw ProblemDetails.parameter("messages", "must have at most 200 entries")
    }
    if let lang = body.lang { _ = try call.language(named: lang) }
    var fields = JSONValue.fields([
      "conversation_id": .string(id),
      "lang": .optional(body.lang),
      "level": .optional(body.level ?? call.site.description.level(ofPlan: body.customer?.plan)),
      "whole": .bool(body.whole ?? false),
      "messages": .array(
        body.messages.map {
          .fields([
            "from": .string($0.from == "agent" ? "agent" : "customer"), "text": .string($0.text),
          ])
        }),
    ])
    if let customer = body.customer {
      fields.append(
        "customer",
        .fields([
          "name": .optional(customer.name), "company": .optional(customer.company),
          "email": .optional(customer.email), "plan": .optional(customer.plan),
          "product": .object(
            (customer.product ?? [:]).sorted { $0.key < $1.key }.map {
              JSONValue.Field(name: $0.key, value: .string($0.value))
            }),
        ]))
    }
    let desks = services.live.publish(
      LiveEvents.Item(name: "conversation", data: fields, agent: principal.name))
    return .json(.fields(["desks": .integer(desks)]), status: .accepted)
  }
}
