internal import Transfer

/// Hands mails to a server by SMTP.
enum MailTransport {
  /// How many seconds handing a mail over may take; less than an outbox's lease.
  static let patience = 20

  /// Hands a mail over; returns when the server has taken it.
  static func send(_ mail: MailMessage, to server: SMTPServer) throws(DeliveryFailure) {
    var transfer = MailTransfer(
      url: server.url + "/" + mail.from.domain, sender: mail.from.address,
      recipient: mail.to.address, bytes: mail.bytes, patience: patience)
    transfer.allowsPlain = server.security == .opportunistic
    transfer.user = server.user
    transfer.password = server.password
    transfer.authority = server.authority
    let answer = transfer.perform()
    guard let reason = answer.failure else { return }
    // Only an answer to this very mail says that it is refused: a password that is wrong, or a
    // server that is full, may be mended.
    let said = answer.lines.last { $0.first == "4" || $0.first == "5" } ?? ""
    let isRefusal = (550...559).contains(answer.status) && !reason.contains("ogin")
    throw DeliveryFailure(
      isPermanent: isRefusal,
      said.isEmpty || answer.status < 400
        ? "the mail server was not reached: \(reason)" : "the mail server said: \(said)")
  }
}
