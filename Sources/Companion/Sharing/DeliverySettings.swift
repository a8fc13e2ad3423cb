import Delivery

/// How messages leave: what the site says, and the secrets of the environment.
struct DeliverySettings: Sendable {
  /// The variables of the environment.
  let environment: [String: String]
  /// How long a message waits before it is sent, so that it can be taken back.
  let undo: Duration

  /// Where messages are handed over, for a site.
  func routes(_ site: SiteSnapshot) -> DeliveryRoutes {
    DeliveryRoutes(mail: mailServer(site), chat: chat(site))
  }

  /// Who sends a site's mails; nil if it sends none.
  func sender(_ site: SiteSnapshot) -> MailAddress? {
    guard mailServer(site) != nil else { return nil }
    return site.description.sharing?.mail.flatMap { MailAddress($0.from) }
  }

  /// Where answers to mails of a conversation go; nil for the sender.
  ///
  /// A conversation that makes no address is refused: its answers would reach nobody who waits for them.
  func replyTo(_ site: SiteSnapshot, conversation: String?) throws -> MailAddress? {
    guard let template = site.description.sharing?.mail?.replyTo else { return nil }
    guard template.contains("{conversation_id}") else { return MailAddress(template) }
    guard let conversation else { return nil }
    let text = template.replacing("{conversation_id}", with: conversation)
    guard let address = MailAddress(text) else {
      throw ProblemDetails.invalid(
        "conversation_id",
        "makes no mail address of 'sharing.mail.replyTo' in site.yaml; give 'reply_to', or an id of "
          + "letters, digits and hyphens")
    }
    return address
  }

  /// Who is told by mail where an agent asks for an expert; nil where nobody is.
  ///
  /// That is `desk.experts` of `site.yaml`, else the address of a `mailto:` in `contact`.
  func experts(_ site: SiteSnapshot, language: String) -> MailAddress? {
    guard sender(site) != nil else { return nil }
    if let experts = site.description.desk?.experts { return MailAddress(experts) }
    guard let contact = site.description.languages[language]?.contact,
      contact.lowercased().hasPrefix("mailto:")
    else { return nil }
    return MailAddress(String(contact.dropFirst("mailto:".count).prefix { $0 != "?" }))
  }

  private func mailServer(_ site: SiteSnapshot) -> SMTPServer? {
    secret(site.description.sharing?.mail?.smtp).flatMap { SMTPServer($0) }
  }

  private func chat(_ site: SiteSnapshot) -> ChatReceiver? {
    guard let chat = site.description.sharing?.chat, let webhook = secret(chat.webhook) else {
      return nil
    }
    return ChatReceiver(
      webhook: webhook, secret: secret(chat.secret),
      format: ChatFormat(rawValue: chat.format) ?? .balise)
  }

  private func secret(_ variable: String?) -> String? {
    variable.flatMap { environment[$0] }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
