import EventLog
import HTTPTypes
import Hummingbird

/// What could not be delivered, for an admin to see and have sent again.
struct OutboxController: Sendable {
  let services: CompanionServices

  var routes: [Route] {
    [
      Route(.get, "/api/v1/outbox", ShareOperations.listMessages, list),
      Route(.post, "/api/v1/outbox/{message_id}/resend", ShareOperations.resendMessage, resend),
    ]
  }

  private func list(_ call: Call) async throws -> Response {
    let names = OutboxEntry.State.allCases.map(\.rawValue)
    let state =
      try call.choice("state", of: names).flatMap { OutboxEntry.State(rawValue: $0) } ?? .dead
    let page = try call.page()
    let found = try await services.ask {
      try await $0.messages(in: state, limit: page.limit, offset: page.offset)
    }
    return .json(
      .fields([
        "total": .integer(found.total),
        "messages": .array(found.messages.map { ShareJSON.value($0) }),
      ]))
  }

  private func resend(_ call: Call) async throws -> Response {
    guard let id = Int64(call.parameters["message_id"] ?? ""),
      try await services.ask({ try await $0.resendMessage(id: id, at: .now) })
    else {
      throw ProblemDetails(
        status: .conflict, code: "not-dead",
        detail: "there is no message of this number that was given up, or its share was revoked or "
          + "has expired")
    }
    return .json(.fields(["id": .integer(Int(id)), "state": "waiting"]), status: .accepted)
  }
}
