import BuiltSite
import Delivery
import EventLog
import HTTPTypes
import Hummingbird

/// Makes links for customers, has them sent, and tells what became of them.
struct ShareController: Sendable {
  let services: CompanionServices

  var routes: [Route] {
    [
      Route(.post, "/api/v1/articles/{id}/shares", ShareOperations.create, create),
      Route(.get, "/api/v1/shares", ShareOperations.list, list),
      Route(.post, "/api/v1/shares/{share_id}/undo", ShareOperations.undo, undo),
      Route(.get, "/api/v1/shares/{share_id}", ShareOperations.show, show),
      Route(.delete, "/api/v1/shares/{share_id}", ShareOperations.revoke, revoke),
    ]
  }

  private func create(_ call: Call) async throws -> Response {
    let agent = try call.agent()
    let article = try call.article()
    let body = try await call.body(ShareRequest.Body.self)
    let request = try ShareRequest(body)
    let language = try call.language(named: body.lang)
    guard let (_, version) = article.version(for: language, else: call.site.languages) else {
      throw ProblemDetails.notFound("article-unknown", "there is no article '\(article.id)'")
    }
    // A request that is sent twice with the same key makes the same link, and so one share.
    let link = call.idempotencySeed.map { ShareLink(seed: $0) } ?? ShareLink()
    let subject = ShareComposer.Subject(
      link: link, url: link.url(base: services.address(call)), language: language,
      version: version, request: request, agent: agent.name)
    let composer = ShareComposer(services: services)
    let outgoing = try composer.outgoing(subject, call.site)
    let now = Timestamp.now
    let due = now.advanced(by: services.delivery.undo)
    try await accept(
      Share(
        id: link.id, articleID: article.id, language: language, channel: request.channel.rawValue,
        agent: agent.name, conversationID: request.conversationID,
        recipient: request.recipient?.address, customer: request.customer?.stored,
        note: request.note, time: now, kind: request.kind, anchor: request.anchor,
        expires: request.expires),
      message: outgoing?.stored, due: due)
    let message = composer.message(subject, call.site)
    let summary = try await summary(link.id)
    var answer = ShareJSON.value(summary, url: subject.url, site: call.site)
    answer.append("text", .string(message.text))
    answer.append("html", .string(message.html))
    answer.append("markdown", .string(message.markdown))
    let undoable = summary.message.flatMap { $0.state == .waiting && $0.attempts == 0 ? $0 : nil }
    answer.append("undo_until", .optional(undoable?.due.description))
    return .json(answer, status: .created)
  }

  private func accept(_ share: Share, message: [UInt8]?, due: Timestamp) async throws {
    do {
      try await services.store.accept(share, message: message, due: due)
    } catch let error as EventLogError where error.code == .shareExists {
      // The same request came before, and its answer was lost; or its key is used for another.
      let stored = try await summary(share.id).share
      guard stored.isRepeated(by: share) else { throw Idempotency.reused }
    } catch {
      throw services.storeFailure(error)
    }
  }

  private func list(_ call: Call) async throws -> Response {
    let principal = try call.agent()
    let page = try call.page()
    let conversation = call.query["conversation_id"].flatMap { $0.isEmpty ? nil : $0 }
    let isOwn = try call.flag("mine")
    let found = try await services.ask {
      try await $0.shareSummaries(
        conversation: conversation, agent: isOwn ? principal.name : nil, limit: page.limit,
        offset: page.offset)
    }
    let shares = found.shares.map {
      ShareJSON.value($0, url: url(of: $0.share, call), site: call.site)
    }
    return .json(.fields(["total": .integer(found.total), "shares": .array(shares)]))
  }

  private func show(_ call: Call) async throws -> Response {
    let summary = try await summary(call.parameters["share_id"] ?? "")
    return .json(ShareJSON.value(summary, url: url(of: summary.share, call), site: call.site))
  }

  private func revoke(_ call: Call) async throws -> Response {
    let id = call.parameters["share_id"] ?? ""
    _ = try await summary(id)
    try await services.ask { try await $0.revokeShare(id: id, at: .now) }
    return Response(status: .noContent)
  }

  private func undo(_ call: Call) async throws -> Response {
    let id = call.parameters["share_id"] ?? ""
    _ = try await summary(id)
    guard try await services.ask({ try await $0.undoShare(id: id, at: .now) }) else {
      throw ProblemDetails(
        status: .conflict, code: "too-late",
        detail: "this share has no message, or its message is on its way; it can still be revoked")
    }
    return .json(.fields(["share_id": .string(id), "status": "undone"]))
  }

  private func summary(_ id: String) async throws -> ShareSummary {
    guard let link = ShareLink(id: id),
      let summary = try await services.ask({ try await $0.shareSummary(id: link.id) })
    else { throw ProblemDetails.notFound("share-unknown", "there is no such share") }
    return summary
  }

  private func url(of share: Share, _ call: Call) -> String {
    ShareLink(id: share.id)?.url(base: services.address(call)) ?? ""
  }
}
