/// What stands around every page of the desk: who is signed in, and in which language.
public struct DeskFrame: Sendable {
  /// A language that the desk can be read in.
  public struct Tongue: Sendable {
    /// The code.
    public var code: String
    /// The address of this page in it.
    public var url: String

    /// A language with its address.
    public init(code: String, url: String) {
      self.code = code
      self.url = url
    }
  }

  /// The agent's language.
  public var language: String
  /// The site's title.
  public var siteTitle: String
  /// What the site's addresses begin with, such as `/help`; may be empty.
  public var base: String
  /// The address of the theme's style sheet.
  public var styleSheet: String?
  /// The agent's name.
  public var agent: String
  /// The session's token.
  public var csrf: String
  /// The languages of the site.
  public var languages: [Tongue]
  /// Whether whoever is signed in may see what could not be delivered.
  public var isAdmin: Bool

  /// Makes a frame from its parts.
  public init(
    language: String, siteTitle: String, base: String, styleSheet: String?, agent: String,
    csrf: String, languages: [Tongue], isAdmin: Bool = false
  ) {
    self.language = language
    self.siteTitle = siteTitle
    self.base = base
    self.styleSheet = styleSheet
    self.agent = agent
    self.csrf = csrf
    self.languages = languages
    self.isAdmin = isAdmin
  }

  /// The fields that the templates name.
  func fields(_ strings: StringTable) -> TemplateValues {
    let tongues = languages.map { tongue -> TemplateValues in
      [
        "code": tongue.code, "url": tongue.url, "name": LanguageName.own(of: tongue.code),
        "isCurrent": tongue.code == language,
      ]
    }
    var fields: TemplateValues = [
      "siteTitle": siteTitle, "base": base, "agent": agent, "csrf": csrf, "tongues": tongues,
      "languages": tongues, "isDesk": false, "isReports": false, "isOutbox": false,
      "isAdmin": isAdmin,
      "figures": [TemplateValues](),
    ]
    fields.set("styleSheet", styleSheet)
    return fields
  }
}
