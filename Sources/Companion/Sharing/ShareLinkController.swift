import Delivery
import Digest
import EventLog
import HTTPTypes
import Hummingbird

/// `GET /s/{share_id}`: leads whoever follows a share's link to the article, and counts that.
struct ShareLinkController: Sendable {
  let services: CompanionServices
  let log: ReaderLog
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
    await count(call, summary, of: article)
    // The page's script tells the source when it counts the view. A section that the link itself
    // names (`/s/ID#causes`) stays: browsers keep it where the answer names none.
    let anchor = summary.share.anchor.map { "#" + PercentCoding.encoded($0) } ?? ""
    return Self.unlisted(
      .redirect(
        to: version.url + "?source=share" + anchor, status: .found, cacheControl: "no-store"))
  }

  /// Counts the opening where a customer follows the link; apart, and without the share, where a program
  /// looks at it; and not at all where one of the operator's own people tries it, or somebody asks not to
  /// be followed.
  private func count(_ call: Call, _ summary: ShareSummary, of article: ListedArticle) async {
    guard call.request.method == .get else { return }
    let reader = await log.reader(call)
    guard reader.kind != .program else { return log.count(.opening) }
    guard reader.audience == .reader, LinkPreview.isFollowed(call.request.headers) else { return }
    guard !Self.isTooEarly(summary) else { return log.count(.opening) }
    do {
      try await services.append(.opening(OpeningEvent(shareID: summary.share.id)))
      services.trail.opened(summary.share.id, of: article.id, by: reader)
      await services.tell(ofShare: summary.share.id)
    } catch {
      // The customer's answer is worth more than our number; the store's failure is in the log.
    }
  }

  /// Whether nobody can have read the mail that holds the link.
  ///
  /// Mail scanners with a browser of their own open links as soon as the mail arrives: what comes
  /// within seconds of it, or before it is sent, is one.
  private static func isTooEarly(_ summary: ShareSummary) -> Bool {
    guard let message = summary.message, message.channel == ShareRequest.Channel.email.rawValue
    else { return false }
    let since = Timestamp.now.milliseconds - message.changed.milliseconds
    return message.state == .waiting || since < scannerPatience
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
