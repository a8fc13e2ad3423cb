import EventLog
import HTTPTypes
import Hummingbird
import Rendering

/// `GET /desk/outbox`: what could not be delivered, for an admin to see and have sent again.
struct OutboxPageController: Sendable {
  let services: CompanionServices
  let authentication: Authentication

  var routes: [Route] {
    [
      Route(.get, "/desk/outbox", show),
      Route(.post, "/desk/outbox/{message_id}/resend", resend),
    ]
  }

  /// How many are listed.
  private static let listed = 100

  private func show(_ call: Call) async throws -> Response {
    guard let principal = await authentication.visitor(call), principal.session != nil else {
      return DeskPage.signIn(call)
    }
    _ = try await authentication.principal(call, .admin)
    let found = try await services.ask {
      try await $0.messages(in: .dead, limit: Self.listed, offset: 0)
    }
    var messages: [OutboxContext.Message] = []
    for message in found.messages { messages.append(try await row(message, call)) }
    let page = OutboxContext(
      frame: try await DeskFrame.make(call, principal, services, authentication),
      messages: messages, total: found.total,
      outcome: call.query["done"].flatMap(OutboxContext.Outcome.init))
    return DeskPage.response(services.templates.outbox(page))
  }

  private func row(_ message: OutboxEntry, _ call: Call) async throws -> OutboxContext.Message {
    let (share, request) = try await services.ask { store -> (Share?, HelpRequest?) in
      // Each message is of one of them.
      if let id = message.shareID { return (try await store.shareSummary(id: id)?.share, nil) }
      return (nil, try await store.request(id: message.requestID ?? ""))
    }
    return OutboxContext.Message(
      id: message.id, time: message.changed.description, channel: message.channel,
      title: share.map { ShareJSON.title($0, call.site) ?? $0.articleID },
      agent: share?.agent ?? request?.agent ?? "", attempts: message.attempts,
      fault: message.fault ?? "",
      isResendable: !message.message.isEmpty && share?.isOpen(at: .now) != false)
  }

  private func resend(_ call: Call) async throws -> Response {
    let form = try await call.form()
    _ = try await authentication.principal(call, .admin, form: form)
    guard let id = Int64(call.parameters["message_id"] ?? "") else {
      throw ProblemDetails.notFound("message-unknown", "there is no such message")
    }
    let isSent = try await services.ask { try await $0.resendMessage(id: id, at: .now) }
    let outcome: OutboxContext.Outcome = isSent ? .sent : .refused
    return .redirect(
      to: DeskAddress.outbox(call) + "?done=" + outcome.rawValue, status: .seeOther,
      cacheControl: "no-store")
  }
}
