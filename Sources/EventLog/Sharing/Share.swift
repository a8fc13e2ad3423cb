/// An article an agent shared with a customer.
public struct Share: Sendable, Hashable {
  /// The unguessable id that stands in the link.
  public var id: String
  /// The article's permanent id.
  public var articleID: String
  /// The customer's language.
  public var language: String
  /// How it was sent: `link`, `chat` or `email`.
  public var channel: String
  /// The name of the agent.
  public var agent: String
  /// The conversation or ticket it belongs to, as the other system calls it.
  public var conversationID: String?
  /// Where it was sent.
  public var recipient: String?
  /// The customer: a name, or fields as JSON.
  public var customer: String?
  /// What the agent wrote along with it.
  public var note: String?
  /// When it happened.
  public var time: Timestamp
  /// What it was shared for.
  public var kind: ShareKind
  /// The section that the link leads to; nil for the beginning.
  public var anchor: String?
  /// When the link stops working; nil for never.
  public var expires: Timestamp?
  /// When the link was taken back; nil while it works.
  public var revoked: Timestamp?

  /// Whether the link works at an instant.
  public func isOpen(at time: Timestamp) -> Bool {
    revoked == nil && expires.map { $0 > time } ?? true
  }

  /// Whether another one says the same, as far as the store keeps it, whenever each was made.
  public func isRepeated(by other: Share) -> Bool {
    guard (expires == nil) == (other.expires == nil) else { return false }
    var (first, second) = (bounded, other.bounded)
    (first.time, first.expires, first.revoked) = (second.time, second.expires, second.revoked)
    return first == second
  }

  /// The share as it is kept.
  var bounded: Share {
    var share = self
    share.articleID = articleID.bounded(to: TextLimit.identifier)
    share.language = language.bounded(to: TextLimit.language)
    share.channel = channel.bounded(to: TextLimit.language)
    share.agent = agent.bounded(to: TextLimit.identifier)
    share.conversationID = conversationID?.bounded(to: TextLimit.identifier)
    share.recipient = recipient?.bounded(to: TextLimit.identifier)
    share.customer = customer?.bounded(to: TextLimit.note)
    share.note = note?.bounded(to: TextLimit.note)
    share.anchor = anchor?.bounded(to: TextLimit.identifier)
    return share
  }

  /// A share, now unless told otherwise.
  public init(
    id: String, articleID: String, language: String, channel: String, agent: String,
    conversationID: String? = nil, recipient: String? = nil, customer: String? = nil,
    note: String? = nil, time: Timestamp = .now,
    kind: ShareKind = .reference, anchor: String? = nil, expires: Timestamp? = nil,
    revoked: Timestamp? = nil
  ) {
    self.id = id
    self.articleID = articleID
    self.language = language
    self.channel = channel
    self.agent = agent
    self.conversationID = conversationID
    self.recipient = recipient
    self.customer = customer
    self.note = note
    self.time = time
    self.kind = kind
    self.anchor = anchor
    self.expires = expires
    self.revoked = revoked
  }
}
