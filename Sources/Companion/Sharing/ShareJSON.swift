import Delivery
import EventLog

/// Shares as the API words them.
enum ShareJSON {
  /// A share with what became of it.
  static func value(
    _ summary: ShareSummary, url: String, site: SiteSnapshot, at time: Timestamp = .now
  ) -> JSONValue {
    let share = summary.share
    return .fields([
      "share_id": .string(share.id), "url": .string(url), "status": .string(status(summary, time)),
      "article_id": .string(share.articleID), "title": .optional(title(share, site)),
      "lang": .string(share.language), "channel": .string(share.channel),
      "kind": .string(share.kind.rawValue),
      "agent": .string(share.agent), "conversation_id": .optional(share.conversationID),
      "section": .optional(share.anchor), "created": .string(share.time.description),
      "expires": .optional(share.expires?.description),
      "revoked": .optional(share.revoked?.description),
      "send_at": .optional(sendTime(summary.message)?.description),
      "fault": .optional(summary.message?.fault), "openings": .integer(summary.openings),
      "first_opening": .optional(summary.firstOpening?.description),
    ])
  }

  /// What the desk of whoever made a share is told of it.
  static func news(
    _ summary: ShareSummary, site: SiteSnapshot, at time: Timestamp = .now
  ) -> JSONValue {
    .fields([
      "share_id": .string(summary.share.id), "status": .string(status(summary, time)),
      "article_id": .string(summary.share.articleID),
      "title": .optional(title(summary.share, site)), "fault": .optional(summary.message?.fault),
      "openings": .integer(summary.openings),
    ])
  }

  /// The title of a share's article; nil for one that is gone.
  static func title(_ share: Share, _ site: SiteSnapshot) -> String? {
    site.article(id: share.articleID)?.version(for: share.language, else: site.languages)?.1.title
  }

  /// How far a share has got, in one word.
  static func status(_ summary: ShareSummary, _ time: Timestamp) -> String {
    if summary.share.revoked != nil { return "revoked" }
    if !summary.share.isOpen(at: time) { return "expired" }
    guard let message = summary.message else { return "created" }
    return switch message.state {
    case .waiting: message.failures == 0 ? "queued" : "retrying"
    case .sent: "sent"
    case .bounced: "bounced"
    case .dead: "failed"
    }
  }

  /// A message of the outbox.
  static func value(_ message: OutboxEntry) -> JSONValue {
    .fields([
      "id": .integer(Int(message.id)), "share_id": .optional(message.shareID),
      "request_id": .optional(message.requestID), "channel": .string(message.channel),
      "state": .string(message.state.rawValue),
      "attempts": .integer(message.attempts), "fault": .optional(message.fault),
      "due": .string(message.due.description), "changed": .string(message.changed.description),
    ])
  }

  private static func sendTime(_ message: OutboxEntry?) -> Timestamp? {
    message.flatMap { $0.state == .waiting ? $0.due : nil }
  }
}
