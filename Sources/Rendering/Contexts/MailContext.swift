/// What the templates `mail-text` and `mail-html` show: a shared article, to one customer.
public struct MailContext: Sendable {
  /// The customer's language.
  public var language: String
  /// The site's title.
  public var site: String
  /// The agent's name.
  public var agent: String
  /// The customer's name; empty if it is not known.
  public var customer: String
  /// The customer's company; empty if it is not known.
  public var company: String
  /// What the customer has, as names and values.
  public var product: [(label: String, value: String)]
  /// What the agent writes along with it; may be empty.
  public var note: String
  /// The article's title.
  public var title: String
  /// What the article says, in one sentence; may be empty.
  public var description: String
  /// What must not be missed, before the steps.
  public var cautions: [String]
  /// The article's steps, as plain text.
  public var steps: [String]
  /// The share's link.
  public var url: String

  /// Makes a context of its parts.
  public init(
    language: String, site: String, agent: String, customer: String = "", company: String = "",
    product: [(label: String, value: String)] = [], note: String = "", title: String,
    description: String = "", cautions: [String] = [], steps: [String] = [], url: String
  ) {
    self.language = language
    self.site = site
    self.agent = agent
    self.customer = customer
    self.company = company
    self.product = product
    self.note = note
    self.title = title
    self.description = description
    self.cautions = cautions
    self.steps = steps
    self.url = url
  }
}

extension TemplateLibrary {
  /// The plain part of a mail.
  public func mailText(_ context: MailContext) -> String {
    let templates = localized(context.language)
    return templates.render("mail-text", context.fields(templates.strings))
  }

  /// The part of a mail in HTML.
  public func mailHTML(_ context: MailContext) -> String {
    let templates = localized(context.language)
    return templates.render("mail-html", context.fields(templates.strings))
  }
}

extension MailContext {
  /// The fields that both templates name; the one in HTML escapes them.
  func fields(_ strings: StringTable) -> TemplateValues {
    var fields: TemplateValues = [
      "greeting": greeting(strings), "title": title, "url": url,
      "signature": strings.format("mailSignature", ["agent": agent, "site": site]),
      "cautions": cautions.map { text -> TemplateValues in ["text": text] },
      "hasCautions": !cautions.isEmpty,
      "steps": steps.enumerated().map { index, step -> TemplateValues in
        ["number": "\(index + 1)", "text": step]
      },
      "hasSteps": !steps.isEmpty,
      "product": product.map { field -> TemplateValues in
        ["label": field.label, "value": field.value]
      },
      "hasProduct": !product.isEmpty,
      "noteLines": note.split(whereSeparator: \.isNewline).map { line -> TemplateValues in
        ["text": String(line)]
      },
    ]
    fields.set("note", note.isEmpty ? nil : note)
    fields.set("description", description.isEmpty ? nil : description)
    return fields
  }

  private func greeting(_ strings: StringTable) -> String {
    guard !customer.isEmpty else { return strings["mailGreetingPlain"] }
    guard !company.isEmpty else { return strings.format("mailGreeting", ["name": customer]) }
    return strings.format("mailGreetingCompany", ["name": customer, "company": company])
  }
}
