import Content

extension PageRenderer {
  /// What pages that the server renders say: by language, the title, the search form with nothing
  /// chosen, and where people can be asked; whose pages may carry the widget; what is kept.
  func siteTable() -> JSONText {
    .object([
      (
        "languages",
        .object(
          languages.map { language in
            var words: [(String, JSONText)] = [
              ("title", .string(context.site.title.text(in: language.code, context.site, or: "")))
            ]
            if let contact = context.site.contactURL(in: language.code) {
              words.append(("contact", .string(contact)))
            }
            words.append(("search", table(searchForm(in: language.code))))
            return (language.code.rawValue, .object(words))
          })
      ),
      ("origins", .array(context.site.widgetOrigins.map { .string($0.description) })),
      (
        "privacy",
        .object([
          ("retentionDays", .number(context.site.privacy.retentionDays)),
          ("rareQueries", .number(context.site.privacy.rareQueries)),
        ])
      ),
    ])
  }

  /// What nobody but the server is told: it names networks, variables and files.
  public func serverTableFile() -> [UInt8] {
    Array(
      (JSONText.object([("sharing", sharingTable()), ("desk", deskTable())]).text + "\n").utf8)
  }

  /// How agents' messages leave: secrets are named here, and held by the server's environment.
  private func sharingTable() -> JSONText {
    let sharing = context.site.sharing
    var fields: [(String, JSONText)] = []
    if let mail = sharing.mail {
      var words: [(String, JSONText)] = [("from", .string(mail.from))]
      if let smtp = mail.smtp { words.append(("smtp", .string(smtp.variable))) }
      if let replyTo = mail.replyTo { words.append(("replyTo", .string(replyTo))) }
      fields.append(("mail", .object(words)))
    }
    if let chat = sharing.chat {
      var words: [(String, JSONText)] = [("format", .string(chat.format.rawValue))]
      if let webhook = chat.webhook { words.append(("webhook", .string(webhook.variable))) }
      if let secret = chat.secret { words.append(("secret", .string(secret.variable))) }
      fields.append(("chat", .object(words)))
    }
    return .object(fields)
  }

  private func table(_ form: SearchFormContext) -> JSONText {
    .object([
      ("action", .string(form.action)), ("module", .string(form.module)),
      ("categories", table(form.categories)), ("difficulties", table(form.difficulties)),
      ("tags", table(form.tags)),
    ])
  }

  private func table(_ choices: [SearchFormContext.Choice]) -> JSONText {
    .array(
      choices.map {
        .object([
          ("key", .string($0.key)), ("label", .string($0.label)), ("icon", .string($0.icon)),
        ])
      })
  }
}
