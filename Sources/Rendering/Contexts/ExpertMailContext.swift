/// What the templates `expert-text` and `expert-html` show: what an agent asks experts.
public struct ExpertMailContext: Sendable {
  /// The language of the question.
  public var language: String
  /// The site's title.
  public var site: String
  /// The agent's name.
  public var agent: String
  /// The question; may be empty.
  public var text: String
  /// What is known besides, by the key of its name.
  public var facts: [(key: String, value: String)]
  /// Where the questions are that wait.
  public var url: String

  /// Makes a context of its parts.
  public init(
    language: String, site: String, agent: String, text: String,
    facts: [(key: String, value: String)], url: String
  ) {
    self.language = language
    self.site = site
    self.agent = agent
    self.text = text
    self.facts = facts
    self.url = url
  }
}

extension TemplateLibrary {
  /// The plain part of a mail to experts.
  public func expertMailText(_ context: ExpertMailContext) -> String {
    let templates = localized(context.language)
    return templates.render("expert-text", context.fields(templates.strings))
  }

  /// The part of a mail to experts in HTML.
  public func expertMailHTML(_ context: ExpertMailContext) -> String {
    let templates = localized(context.language)
    return templates.render("expert-html", context.fields(templates.strings))
  }
}

extension ExpertMailContext {
  /// The fields that both templates name; the one in HTML escapes them.
  func fields(_ strings: StringTable) -> TemplateValues {
    [
      "lead": strings.format("expertMailLead", ["agent": agent]),
      "lines": text.split(whereSeparator: \.isNewline).map { line -> TemplateValues in
        ["text": String(line)]
      },
      "facts": facts.map { fact -> TemplateValues in
        ["label": strings[fact.key], "value": fact.value]
      },
      "signature": strings.format("mailSignature", ["agent": agent, "site": site]), "url": url,
    ]
  }
}
