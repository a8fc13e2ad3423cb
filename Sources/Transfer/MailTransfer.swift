internal import CCurl

/// A mail that is handed to a server by SMTP, and how long that may take.
public struct MailTransfer: Sendable, Hashable {
  /// What the server said.
  public struct Answer: Sendable, Hashable {
    /// Why the mail was not handed over; nil if it was.
    public var failure: String?
    /// The last status that the server answered with; 0 if it never did.
    public var status: Int
    /// The last lines that the server said, which explain a refusal.
    public var lines: [String]
  }

  /// The address: `smtps:` or `smtp:`, and what this side calls itself as its path.
  public var url: String
  /// The sender's bare address.
  public var sender: String
  /// The recipient's bare address.
  public var recipient: String
  /// The mail.
  public var bytes: [UInt8]
  /// How many seconds it may take.
  public var patience: Int
  /// Whether the mail may be handed over where no private connection is offered.
  public var allowsPlain = false
  /// The name to sign in by; nil to hand over without.
  public var user: String?
  /// The password of that name.
  public var password: String?
  /// A file of certificates to trust instead of the system's, for a private authority.
  public var authority: String?

  /// A mail from a sender to a recipient.
  public init(url: String, sender: String, recipient: String, bytes: [UInt8], patience: Int) {
    self.url = url
    self.sender = sender
    self.recipient = recipient
    self.bytes = bytes
    self.patience = patience
  }

  /// Hands the mail over, and blocks until the server has taken or refused it.
  public func perform() -> Answer {
    guard var transfer = CurlTransfer(url: url, protocols: "smtp,smtps", seconds: patience) else {
      return Answer(failure: "libcurl could not be started", status: 0, lines: [])
    }
    transfer.set(
      CURLOPT_USE_SSL, Int((allowsPlain ? CURLUSESSL_TRY : CURLUSESSL_ALL).rawValue))
    if let user { transfer.set(CURLOPT_USERNAME, user) }
    if let password { transfer.set(CURLOPT_PASSWORD, password) }
    if let authority { transfer.set(CURLOPT_CAINFO, authority) }
    transfer.set(CURLOPT_MAIL_FROM, "<\(sender)>")
    transfer.set(CURLOPT_MAIL_RCPT, ["<\(recipient)>"])
    transfer.upload(bytes)
    let result = transfer.perform()
    return Answer(failure: result.failure, status: result.status, lines: result.lines)
  }
}
