/// What the page `sign-in` shows: the ways by which an agent proves who it is.
public struct SignInContext: Sendable {
  /// What the page asks for.
  public enum Way: Sendable, Hashable {
    /// The name and the pass-phrase.
    case passphrase
    /// A button that uses a link up.
    case link(agent: String)
    /// A new pass-phrase, twice.
    case newPassphrase
  }

  /// Why the page is shown again.
  public enum Fault: Sendable, Hashable {
    /// The name and the pass-phrase do not belong together.
    case refused
    /// There were too many attempts; in how many minutes there may be another.
    case locked(minutes: Int)
    /// The link has been used, or is too old.
    case linkGone
    /// The issuer cannot be asked at present.
    case issuerUnreachable
    /// The issuer let nobody in, or somebody changed their mind.
    case issuerDenied
    /// The answer is not one to what this browser asked, or comes too late.
    case issuerAnswerStale
    /// What the issuer answered does not prove who it is.
    case issuerRefused
    /// The issuer knows them, and the desk does not.
    case issuerUnknown(name: String)
    /// The new pass-phrase is too easy to guess.
    case tooWeak
    /// The new pass-phrase was typed in two ways.
    case different
  }

  /// An issuer of identities at which people sign in.
  public struct Issuer: Sendable, Hashable {
    /// What people know it as.
    public var label: String
    /// Where signing in there begins.
    public var address: String

    /// An issuer by its name, and where signing in there begins.
    public init(label: String, address: String) {
      self.label = label
      self.address = address
    }
  }

  /// The reader's language.
  public var language: String
  /// The site's title.
  public var title: String
  /// What the site's addresses begin with, such as `/help`; may be empty.
  public var base: String
  /// The address of the theme's style sheet.
  public var styleSheet: String?
  /// What the page asks for.
  public var way: Way
  /// Why the page is shown again.
  public var fault: Fault?
  /// The name that was typed, or whose pass-phrase it is.
  public var name: String
  /// Where to go afterwards.
  public var next: String
  /// The session's token, where there is a session.
  public var csrf: String
  /// The issuer at which they may sign in instead; nil where there is none.
  public var issuer: Issuer?

  /// Makes a context of its parts.
  public init(
    language: String, title: String, base: String, styleSheet: String?, way: Way,
    fault: Fault? = nil, name: String = "", next: String, csrf: String = "",
    issuer: Issuer? = nil
  ) {
    self.language = language
    self.title = title
    self.base = base
    self.styleSheet = styleSheet
    self.way = way
    self.fault = fault
    self.name = name
    self.next = next
    self.csrf = csrf
    self.issuer = issuer
  }
}

extension TemplateLibrary {
  /// The page `sign-in`, whole.
  public func signIn(_ context: SignInContext) -> [UInt8] {
    let templates = localized(context.language)
    return templates.bytes("sign-in", context.fields(templates.strings))
  }

  /// The files of the agents' pages by their name below `desk/`.
  public var deskFiles: [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    result["favicon.svg"] = files["assets/favicon.svg"]
    // What the agents' pages have in common with the site's.
    result["boot.js"] = files["scripts/boot.js"]
    for name in ["dom.js", "menus.js", "theme.js"] { result[name] = files["scripts/page/" + name] }
    for (path, bytes) in files where path.hasPrefix("desk/") {
      result[String(path.dropFirst("desk/".count))] = bytes
    }
    return result
  }
}

extension SignInContext {
  /// The fields that the template names.
  func fields(_ strings: StringTable) -> TemplateValues {
    var fields: TemplateValues = [
      "siteTitle": title, "base": base, "name": name, "next": next, "csrf": csrf,
      "byPassphrase": way == .passphrase, "byNewPassphrase": way == .newPassphrase,
    ]
    fields.set("styleSheet", styleSheet)
    if case .link(let agent) = way {
      fields["link"] = ["greeting": strings.format("signInLinkGreeting", ["name": agent])]
    }
    if let issuer {
      fields["issuer"] = [
        "label": strings.format("signInIssuer", ["issuer": issuer.label]),
        "address": issuer.address,
      ]
    }
    fields.set("fault", fault.map { $0.text(strings) })
    return fields
  }
}

extension SignInContext.Fault {
  fileprivate func text(_ strings: StringTable) -> String {
    switch self {
    case .refused: strings["signInRefused"]
    case .locked(let minutes): strings.count("signInLocked", minutes)
    case .linkGone: strings["signInLinkGone"]
    case .issuerUnreachable: strings["signInIssuerUnreachable"]
    case .issuerDenied: strings["signInIssuerDenied"]
    case .issuerAnswerStale: strings["signInIssuerStale"]
    case .issuerRefused: strings["signInIssuerRefused"]
    case .issuerUnknown(let name): strings.format("signInIssuerUnknown", ["name": name])
    case .tooWeak: strings["passphraseTooWeak"]
    case .different: strings["passphraseDifferent"]
    }
  }
}
