/// One mail to one person, in plain text and in HTML.
public struct MailMessage: Sendable, Hashable, Codable {
  /// Who sends it.
  public var from: MailAddress
  /// Who gets it.
  public var to: MailAddress
  /// Where an answer goes; nil for the sender.
  public var replyTo: MailAddress?
  /// The subject.
  public var subject: String
  /// The plain part.
  public var text: String
  /// The part in HTML.
  public var html: String
  /// The language of both, such as `fr`.
  public var language: String
  /// What tells this mail from all others, without its angle brackets.
  ///
  /// It is the same for each
  /// attempt, so that a receiver who got a mail twice can tell.
  public var messageID: String
  /// When it was written, in milliseconds since 1970 UTC.
  public var milliseconds: Int64

  /// A mail of its parts.
  public init(
    from: MailAddress, to: MailAddress, replyTo: MailAddress?, subject: String, text: String,
    html: String, language: String, messageID: String, milliseconds: Int64
  ) {
    self.from = from
    self.to = to
    self.replyTo = replyTo
    self.subject = subject
    self.text = text
    self.html = html
    self.language = language
    self.messageID = messageID
    self.milliseconds = milliseconds
  }

  /// The mail as servers take it: two alternatives, the better one last.
  var bytes: [UInt8] {
    // No part can hold the boundary: it has `=_`, which quoted-printable never leaves.
    let boundary = "=_balise_\(messageID.prefix { $0 != "@" })"
    var header = MailHeader.line("From", from) + MailHeader.line("To", to)
    if let replyTo { header += MailHeader.line("Reply-To", replyTo) }
    header += MailHeader.line("Subject", subject)
    header += "Date: \(MailHeader.date(milliseconds: milliseconds))\r\n"
    header += "Message-ID: <\(messageID)>\r\n"
    header += "MIME-Version: 1.0\r\n"
    header += "Content-Language: \(language)\r\n"
    // Somebody who is away need not say so to a machine.
    header += "Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: OOF, AutoReply\r\n"
    header += "Content-Type: multipart/alternative; boundary=\"\(boundary)\"\r\n\r\n"
    var bytes = Array(header.utf8)
    for (type, content) in [("text/plain", text), ("text/html", html)] {
      bytes += "--\(boundary)\r\nContent-Type: \(type); charset=utf-8\r\n".utf8
      bytes += "Content-Transfer-Encoding: quoted-printable\r\n\r\n".utf8
      bytes += QuotedPrintable.encoded(content)
    }
    bytes += "--\(boundary)--\r\n".utf8
    return bytes
  }
}
