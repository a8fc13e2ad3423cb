/// Where messages are handed over; nil for what is not set up.
public struct DeliveryRoutes: Sendable, Hashable {
  /// The server that takes mails.
  public var mail: SMTPServer?
  /// The chat that takes messages.
  public var chat: ChatReceiver?

  /// Routes of their parts.
  public init(mail: SMTPServer? = nil, chat: ChatReceiver? = nil) {
    self.mail = mail
    self.chat = chat
  }
}
