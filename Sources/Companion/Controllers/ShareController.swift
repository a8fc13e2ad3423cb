import BuiltSite
import Delivery
import EventLog
import HTTPTypes
import Hummingbird

/// Makes links for customers, and leads those who follow them to their article.
struct ShareController: Sendable {
  let services: CompanionServices
  let authentication: Authentication
  let pages: StaticController

  var routes: [Route] {
    [
      Route(.post, "/api/v1/articles/{id}/shares", create),
      Route(.get, "/s/{share_id}", open),
    ]
  }

  private struct Body: Decodable {
    var lang: String?
    var channel: String?
    var conversation_id: String?
    var recipient: String?
    var customer: String?
    var note: String?
  }

  private func create(_ call: Call) async throws -> Response {
    let agent = try await authentication.principal(call, .shares)
    let article = try call.article()
    let body = try await call.body(Body.self)
    try Self.check(channel: body.channel)
    let language = try call.language(named: body.lang)
    guard let (_, version) = article.version(for: language, else: call.site.languages) else {
      throw ProblemDetails.notFound("article-unknown", "there is no article '\(article.id)'")
    }
    let link = ShareLink()
    try await services.append(
      .share(
        Share(
          id: link.id, articleID: article.id, language: language, channel: "link",
          agent: agent.name, conversationID: body.conversation_id, recipient: body.recipient,
          customer: body.customer, note: body.note)))
    let url = link.url(base: services.address(call))
    let message = ShareMessage(
      title: version.title, description: version.description ?? "", url: url, language: language,
      note: body.note)
    return .json(
      .fields([
        "share_id": .string(link.id), "url": .string(url), "text": .string(message.text),
        "html": .string(message.html), "status": "created",
      ]), status: .created)
  }

  private func open(_ call: Call) async throws -> Response {
    guard let link = ShareLink(id: call.parameters["share_id"] ?? ""),
      let share = try await services.ask({ try await $0.share(id: link.id) }),
      let article = call.site.article(id: share.articleID),
      let (_, version) = article.version(for: share.language, else: call.site.languages)
    else {
      return Self.unlisted(await pages.notFound(call))
    }
    if call.request.method == .get, !LinkPreview.isPreview(call.request.headers) {
      do {
        try await services.append(.opening(OpeningEvent(shareID: link.id)))
      } catch {
        // The customer's answer is worth more than our number; the store's failure is in the log.
      }
    }
    // The page's script tells the source when it counts the view.
    return Self.unlisted(
      .redirect(to: version.url + "?source=share", status: .found, cacheControl: "no-store"))
  }

  private static func check(channel: String?) throws {
    switch channel ?? "link" {
    case "link": return
    case "chat", "email":
      throw ProblemDetails(
        status: .notImplemented, code: "channel-unavailable",
        detail: "this server does not send to '\(channel ?? "")' yet; use 'link' and send its text")
    default:
      throw ProblemDetails(
        status: .unprocessableContent, code: "channel-unknown",
        detail: "'channel' must be 'link', 'chat' or 'email'")
    }
  }

  /// Keeps a link that only one customer has from search engines and from other sites.
  private static func unlisted(_ response: Response) -> Response {
    var response = response
    if let name = SecurityHeaders.robotsTag { response.headers[name] = "noindex, nofollow" }
    if let name = SecurityHeaders.referrerPolicy { response.headers[name] = "no-referrer" }
    return response
  }
}
