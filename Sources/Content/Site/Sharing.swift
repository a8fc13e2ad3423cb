/// How agents' messages leave, from `sharing` in `site.yaml`.
public struct Sharing: Hashable, Sendable {
  /// Messages by e-mail.
  public struct Mail: Hashable, Sendable {
    /// The sender's address.
    public var from: String
    /// What names the address of the SMTP server.
    public var smtp: SecretReference?
    /// Where answers go, nil for the sender.
    ///
    /// `{conversation_id}` in it becomes the conversation's.
    public var replyTo: String?

    /// Makes a description of e-mail from its parts.
    public init(from: String, smtp: SecretReference? = nil, replyTo: String? = nil) {
      self.from = from
      self.smtp = smtp
      self.replyTo = replyTo
    }
  }

  /// What shape a chat wants messages in.
  public enum ChatFormat: String, Hashable, Sendable, CaseIterable {
    /// Balise's own, signed.
    case balise
    /// A Slack incoming webhook.
    case slack
    /// A Microsoft Teams workflow that posts a card.
    case teams
    /// Chatwoot's API for messages of a conversation.
    case chatwoot
  }

  /// Messages to a chat, by webhook.
  public struct Chat: Hashable, Sendable {
    /// What names the webhook's address.
    public var webhook: SecretReference?
    /// What names the secret that signs messages.
    public var secret: SecretReference?
    /// The shape of messages.
    public var format: ChatFormat

    /// Makes a description of a chat from its parts.
    public init(
      webhook: SecretReference? = nil, secret: SecretReference? = nil,
      format: ChatFormat = .balise
    ) {
      self.webhook = webhook
      self.secret = secret
      self.format = format
    }
  }

  /// Messages by e-mail; nil when they are not set up.
  public var mail: Mail?
  /// Messages to a chat; nil when they are not set up.
  public var chat: Chat?

  /// Makes a description of sharing from its parts.
  public init(mail: Mail? = nil, chat: Chat? = nil) {
    self.mail = mail
    self.chat = chat
  }
}

/// The name of an environment variable that holds a secret; files never hold the secret itself.
public struct SecretReference: Hashable, Sendable {
  /// The variable, such as `BALISE_SMTP_URL`.
  public var variable: String

  /// Reads `env:NAME`; nil for anything else.
  public init?(_ text: String) {
    guard text.hasPrefix("env:") else { return nil }
    let name = text.dropFirst(4)
    guard let first = name.utf8.first, !first.isASCIIDigit,
      name.utf8.allSatisfy({ $0.isASCIIAlphanumeric || $0 == 0x5F })
    else { return nil }
    variable = String(name)
  }
}
