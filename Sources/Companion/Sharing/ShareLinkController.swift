import Delivery
import Digest
import EventLog
import HTTPTypes
import Hummingbird

/// `GET /s/{share_id}`: leads whoever follows a share's link to the article, and counts that.
struct ShareLinkController: Sendable {
  let services: CompanionServices
  let authentication: Authentication
  let pages: StaticController

  var routes: [Route] { [Route(.get, "/s/{share_id}", ShareOperations.open, open)] }

  private func open(_ call: Call) async throws -> Response {
    guard let link = ShareLink(id: call.parameters["share_id"] ?? ""),
      let summary = try await services.ask({ try await $0.shareSummary(id: link.id) }),
      let article = call.site.article(id: summary.share.articleID),
      let (_, version) = article.version(for: summary.share.language, else: call.site.languages)
    else {
      return Self.unlisted(await pages.notFound(call))
    }
    guard summary.share.isOpen(at: .now) else {
      return Self.unlisted(await pages.notFound(call, status: .gone))
    }
    if await isCustomer(call, summary) {
      do {
        try await services.append(.opening(OpeningEvent(shareID: link.id)))
        services.trail.opened(link.id, of: article.id, by: Reader(call))
        await services.tell(ofShare: link.id)
      } catch {
        // The customer's answer is worth more than our number; the store's failure is in the log.
      }
    }
    // The page's script tells the source when it counts the view. A section that the link itself
    // names (`/s/ID#causes`) stays: browsers keep it where the answer names none.
    let anchor = summary.share.anchor.map { "#" + PercentCoding.encoded($0) } ?? ""
    return Self.unlisted(
      .redirect(
        to: version.url + "?source=share" + anchor, status: .found, cacheControl: "no-store"))
  }

  /// Whether a customer follows the link: no program that looks at it, no agent who tries it, and nobody
  /// who asks not to be followed.
  ///
  /// Mail scanners with a browser of their own open links as soon as the mail arrives: what comes
  /// within seconds of it, or before it is sent, is not counted.
  private func isCustomer(_ call: Call, _ summary: ShareSummary) async -> Bool {
    guard call.request.method == .get, LinkPreview.isFollowed(call.request.headers),
      !Reader.objects(call.request.headers)
    else { return false }
    if let message = summary.message, message.channel == ShareRequest.Channel.email.rawValue {
      let since = Timestamp.now.milliseconds - message.changed.milliseconds
      guard message.state != .waiting, since >= Self.scannerPatience else { return false }
    }
    return await authentication.visitor(call) == nil
  }

  /// For how many milliseconds after a mail is sent nobody has read it yet.
  private static let scannerPatience: Int64 = 5_000

  /// Keeps a link that only one customer has from search engines and from other sites.
  private static func unlisted(_ response: Response) -> Response {
    var response = response
    if let name = SecurityHeaders.robotsTag { response.headers[name] = "noindex, nofollow" }
    if let name = SecurityHeaders.referrerPolicy { response.headers[name] = "no-referrer" }
    return response
  }
}
