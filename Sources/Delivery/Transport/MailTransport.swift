internal import CCurl

/// Hands mails to a server by SMTP.
enum MailTransport {
  /// How many seconds handing a mail over may take; less than an outbox's lease.
  static let patience = 20

  /// Hands a mail over; returns when the server has taken it.
  static func send(_ mail: MailMessage, to server: SMTPServer) throws(DeliveryFailure) {
    guard
      var transfer = CurlTransfer(
        url: server.url + "/" + mail.from.domain, protocols: "smtp,smtps", seconds: patience)
    else { throw DeliveryFailure(isPermanent: false, "libcurl could not be started") }
    transfer.set(
      CURLOPT_USE_SSL,
      Int((server.security == .opportunistic ? CURLUSESSL_TRY : CURLUSESSL_ALL).rawValue))
    if let user = server.user { transfer.set(CURLOPT_USERNAME, user) }
    if let password = server.password { transfer.set(CURLOPT_PASSWORD, password) }
    if let authority = server.authority { transfer.set(CURLOPT_CAINFO, authority) }
    transfer.set(CURLOPT_MAIL_FROM, "<\(mail.from.address)>")
    transfer.set(CURLOPT_MAIL_RCPT, ["<\(mail.to.address)>"])
    transfer.upload(mail.bytes)
    let result = transfer.perform()
    guard let reason = result.failure else { return }
    // Only an answer to this very mail says that it is refused: a password that is wrong, or a
    // server that is full, may be mended.
    let said = result.lines.last { $0.first == "4" || $0.first == "5" } ?? ""
    let isRefusal = (550...559).contains(result.status) && !reason.contains("ogin")
    throw DeliveryFailure(
      isPermanent: isRefusal,
      said.isEmpty || result.status < 400
        ? "the mail server was not reached: \(reason)" : "the mail server said: \(said)")
  }
}
