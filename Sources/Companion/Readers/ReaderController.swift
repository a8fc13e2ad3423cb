import BuiltSite
import EventLog
import Foundation
import HTTPTypes
import Hummingbird

/// What readers do to an article: they open it, and say what they think of it.
struct ReaderController: Sendable {
  let services: CompanionServices
  let log: ReaderLog

  var routes: [Route] {
    [
      Route(.post, "/api/v1/articles/{id}/views", ReaderOperations.countView, addView),
      Route(.post, "/api/v1/articles/{id}/feedback", ReaderOperations.vote, addVote),
    ]
  }

  // MARK: Views

  private struct View: CallBody {
    enum CodingKeys: CodingKey, CaseIterable { case lang, referrer, source }

    var lang: String?
    var referrer: String?
    var source: String?
  }

  private func addView(_ call: Call) async throws -> Response {
    let reader = await log.reader(call)
    let article = try call.article(for: reader)
    let view = try await call.body(View.self)
    let language = try call.language(named: view.lang)
    guard let audience = reader.audience else {
      if reader.kind == .program { log.count(.view) }
      return .json(.fields(["status": "ignored"]), status: .accepted)
    }
    let host = view.referrer.flatMap(ReferrerHost.host)
    let source = audience == .agent ? .agent : source(view.source, host, article.id, reader, call)
    try await services.append(
      .view(
        ViewEvent(articleID: article.id, language: language, source: source, referrerHost: host)),
      once: call.idempotencySeed)
    return .json(.fields(["status": "counted"]), status: .accepted)
  }

  /// How a reader came: as the page says, else as what they did before and the referrer tell.
  ///
  /// Anyone can write `?source=` into an address; the view is worth more than its source.
  private func source(
    _ name: String?, _ host: String?, _ articleID: String, _ reader: Reader, _ call: Call
  ) -> ViewSource {
    let wasFound = services.bursts.opened(articleID, by: reader.key)
    if let named = name.flatMap(ViewSource.init), named != .site { return named }
    if wasFound { return .search }
    guard let host, host != ownHost(call) else { return .site }
    return .link
  }

  /// The host of this site, as a referrer has it.
  private func ownHost(_ call: Call) -> String? {
    let address = services.baseURL ?? call.site.report.baseURL
    return ReferrerHost.host(address)
      ?? call.request.head.authority.flatMap { ReferrerHost.host("http://" + $0) }
  }

  // MARK: Votes

  private struct Vote: CallBody {
    enum CodingKeys: CodingKey, CaseIterable { case lang, helpful, rating, reason, comment }

    var lang: String?
    var helpful: Bool?
    var rating: WholeNumber?
    var reason: String?
    var comment: String?
  }

  /// The longest comment, in characters.
  static let longestComment = 2_000

  private func addVote(_ call: Call) async throws -> Response {
    let reader = await log.reader(call)
    let article = try call.article(for: reader)
    let vote = try await call.body(Vote.self)
    let language = try call.language(named: vote.lang)
    try Self.check(vote)
    guard reader.kind != .program else {
      return .json(.fields(["status": "ignored"]), status: .accepted)
    }
    try await services.append(
      .vote(
        VoteEvent(
          articleID: article.id, language: language, isHelpful: vote.helpful,
          rating: vote.rating?.value, reason: vote.reason.flatMap { $0.isEmpty ? nil : $0 },
          comment: vote.comment.flatMap(ScreenedText.init),
          visitor: services.salt.digest(of: reader.voter, for: "vote " + article.id),
          audience: reader.isStaff ? .agent : .reader)),
      once: call.idempotencySeed)
    log.note(.rated, of: article.id, by: reader)
    return .json(.fields(["status": "counted"]), status: .accepted)
  }

  private static func check(_ vote: Vote) throws {
    if let rating = vote.rating?.value, !(1...5).contains(rating) {
      throw ProblemDetails.parameter("rating", "must be from 1 to 5")
    }
    if let reason = vote.reason, !isWord(reason) {
      throw ProblemDetails.parameter(
        "reason", "must be a word of at most 35 letters, digits and hyphens")
    }
    if let comment = vote.comment, comment.count > longestComment {
      throw ProblemDetails.parameter("comment", "must have at most \(longestComment) characters")
    }
    let saysNothing =
      vote.helpful == nil && vote.rating == nil && (vote.reason ?? "").isEmpty
      && (vote.comment ?? "").allSatisfy(\.isWhitespace)
    guard !saysNothing else {
      throw ProblemDetails.badRequest(
        "feedback-empty", "give 'helpful', 'rating', 'reason' or 'comment'")
    }
  }

  private static func isWord(_ text: String) -> Bool {
    text.utf8.count <= 35
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
