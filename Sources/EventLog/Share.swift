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
  /// The customer, as the other system calls it.
  public var customer: String?
  /// What the agent wrote along with it.
  public var note: String?
  /// When it happened.
  public var time: Timestamp

  /// A share, now unless told otherwise.
  public init(
    id: String, articleID: String, language: String, channel: String, agent: String,
    conversationID: String? = nil, recipient: String? = nil, customer: String? = nil,
    note: String? = nil, time: Timestamp = .now
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
  }
}
