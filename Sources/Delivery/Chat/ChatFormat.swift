/// What shape a chat wants messages in.
public enum ChatFormat: String, Sendable, Hashable, CaseIterable {
  /// Balise's own, signed.
  case balise
  /// A Slack incoming webhook.
  case slack
  /// A Microsoft Teams workflow that posts a card.
  case teams
  /// Chatwoot's API for messages of a conversation.
  case chatwoot
}

/// Where chat messages go.
public struct ChatReceiver: Sendable, Hashable {
  /// The web address; `{conversation_id}` in it becomes the conversation's.
  public var webhook: String
  /// What signs messages, or lets them in; nil for neither.
  public var secret: String?
  /// The shape of messages.
  public var format: ChatFormat

  /// A receiver of its parts.
  public init(webhook: String, secret: String? = nil, format: ChatFormat = .balise) {
    self.webhook = webhook
    self.secret = secret
    self.format = format
  }

  /// A message in this receiver's shape, to be sent at an instant in seconds since 1970.
  public func request(_ message: ChatMessage, seconds: Int64) -> WebhookRequest {
    switch format {
    case .balise: baliseRequest(message, seconds: seconds)
    case .slack: slackRequest(message)
    case .teams: teamsRequest(message)
    case .chatwoot: chatwootRequest(message)
    }
  }
}
