import Content
import Delivery
import EventLog

/// What an agent asks for when sharing an article, checked.
struct ShareRequest: Sendable {
  /// How the link reaches the customer.
  enum Channel: String, Sendable, CaseIterable {
    /// The agent passes it on.
    case link
    /// The server sends it to the conversation.
    case chat
    /// The server sends it as a mail.
    case email
  }

  /// The body as it comes.
  struct Body: CallBody {
    var lang: String?
    var channel: String?
    var kind: String?
    var conversation_id: String?
    var recipient: String?
    var reply_to: String?
    var customer: Customer?
    var note: String?
    var section: String?
    var steps: Bool?
    var expires: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case lang, channel, kind, conversation_id, recipient, reply_to, customer, note, section, steps
      case expires
    }

    static var parts: [String: any CallBody.Type] { ["customer": Customer.self] }
  }

  var channel: Channel
  var kind: ShareKind
  var conversationID: String?
  /// Where a mail goes.
  var recipient: MailAddress?
  /// Where an answer to it goes.
  var replyTo: MailAddress?
  var customer: Customer?
  var note: String?
  /// The section that the link leads to.
  var anchor: String?
  /// Whether the article's steps are in the message.
  var hasSteps: Bool
  var expires: Timestamp?

  /// Checks a body; throws a problem that names the field.
  init(_ body: Body) throws {
    guard let channel = Channel(rawValue: body.channel ?? "link") else {
      throw ProblemDetails.invalid(
        "channel", "must be 'link', 'chat' or 'email'", code: "channel-unknown")
    }
    self.channel = channel
    guard let kind = ShareKind(rawValue: body.kind ?? "reference") else {
      throw ProblemDetails.invalid("kind", "must be 'reference' or 'resolution'")
    }
    self.kind = kind
    conversationID = try Self.text(body.conversation_id, "conversation_id", bytes: 200)
    if let conversationID, [".", ".."].contains(conversationID) {
      throw ProblemDetails.invalid(
        "conversation_id", "is not '\(conversationID)': as part of an address that names a folder")
    }
    note = try Self.text(body.note, "note", bytes: 4_000)
    anchor = try Self.anchor(body.section)
    hasSteps = body.steps ?? (channel == .email)
    try body.customer?.check()
    customer = body.customer
    recipient = try Self.address(body.recipient, "recipient")
    replyTo = try Self.address(body.reply_to, "reply_to")
    expires = try Self.expiry(body.expires)
    if channel == .email, recipient == nil {
      throw ProblemDetails.invalid("recipient", "is the address that the mail goes to")
    }
    if channel == .chat, conversationID == nil {
      throw ProblemDetails.invalid(
        "conversation_id", "is the conversation that the message goes to")
    }
  }

  private static func text(_ text: String?, _ field: String, bytes: Int) throws -> String? {
    guard let text, !text.isEmpty else { return nil }
    guard text.utf8.count <= bytes else {
      throw ProblemDetails.invalid(field, "has \(bytes) bytes at most")
    }
    return text
  }

  private static func anchor(_ text: String?) throws -> String? {
    guard let text, !text.isEmpty else { return nil }
    let anchor = text.hasPrefix("#") ? String(text.dropFirst()) : text
    let isPlain = anchor.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value != 0x7F && !"\"<>#\\^`{|}".unicodeScalars.contains($0)
    }
    guard isPlain, (1...200).contains(anchor.utf8.count) else {
      throw ProblemDetails.invalid("section", "is the anchor of a section, such as 'causes'")
    }
    return anchor
  }

  private static func address(_ text: String?, _ field: String) throws -> MailAddress? {
    guard let text, !text.isEmpty else { return nil }
    guard text.utf8.count <= 320, let address = MailAddress(text) else {
      throw ProblemDetails.invalid(field, "is no mail address")
    }
    return address
  }

  private static func expiry(_ text: String?) throws -> Timestamp? {
    guard let text, !text.isEmpty else { return nil }
    guard let span = TimeSpan(text)?.duration, span <= .seconds(3650 * 86_400) else {
      throw ProblemDetails.invalid("expires", "is a span such as 12h or 30d, ten years at most")
    }
    return Timestamp.now.advanced(by: span)
  }
}
