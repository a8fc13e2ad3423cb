public import Diagnostics

/// A site as `site.yaml` describes it.
public struct SiteConfiguration: Sendable {
  /// The site's name.
  public var title: Localized<String>
  /// Where the site will be, ending with `/`; `/` alone when that is not known.
  public var baseURL: String
  /// The languages, the default one first; never empty.
  public var languages: [LanguageCode]
  /// The categories, in order of display.
  public var categories: [Category]
  /// The difficulties, easiest first.
  public var difficulties: [Difficulty]
  /// The names of tags; a tag without one is its own name.
  public var tagLabels: [String: Localized<String>]
  /// Words that stand for others in searches, by language.
  public var synonyms: [LanguageCode: [SynonymRule]]
  /// Where readers ask an expert.
  public var contact: Localized<String>
  /// How agents' messages leave.
  public var sharing: Sharing
  /// The regions that a language's pages are meant for, such as `fr-CA` and `fr-FR` for `fr`.
  public var regions: [LanguageCode: [LanguageCode]] = [:]
  /// The origins whose pages may carry the widget, such as `https://app.example.com`.
  public var widgetOrigins: [WebOrigin] = []
  /// How the site differs from the default theme.
  public var theme = SiteTheme()
  /// What the agents' desk is told.
  public var desk = Desk()
  /// How what readers do is kept.
  public var privacy = Privacy()

  /// Makes a site from its parts.
  public init(
    title: Localized<String>, baseURL: String = "/", languages: [LanguageCode],
    categories: [Category], difficulties: [Difficulty] = Difficulty.standard,
    contact: Localized<String> = Localized(), tagLabels: [String: Localized<String>] = [:],
    synonyms: [LanguageCode: [SynonymRule]] = [:], sharing: Sharing = Sharing()
  ) {
    self.title = title
    self.baseURL = baseURL
    self.languages = languages
    self.categories = categories
    self.difficulties = difficulties
    self.tagLabels = tagLabels
    self.synonyms = synonyms
    self.contact = contact
    self.sharing = sharing
  }

  /// The first language.
  public var defaultLanguage: LanguageCode { languages[0] }

  /// The category of a key.
  public func category(_ key: String) -> Category? { categories.first { $0.key == key } }

  /// The difficulty of a key.
  public func difficulty(_ key: String) -> Difficulty? { difficulties.first { $0.key == key } }

  /// A tag's name for readers of a language; the tag itself when it has none.
  public func label(ofTag tag: String, in language: LanguageCode) -> String {
    tagLabels[tag]?.value(for: language, fallback: defaultLanguage) ?? tag
  }

  /// Replaces the base address, as `--base-url` does.
  ///
  /// - Returns: an error `base-url-invalid` when it is none; the site then keeps its own.
  public mutating func replaceBaseURL(_ text: String) -> [Diagnostic] {
    guard let normalized = Self.normalizedBaseURL(text) else {
      return [
        Diagnostic(
          .error, id: DiagnosticID.baseURLInvalid, path: "--base-url",
          "'\(text)' is no address of a site",
          suggestion: FixIt("write it as https://help.example.com/"))
      ]
    }
    baseURL = normalized
    return []
  }

  /// An `http` or `https` address without query and fragment, with a slash at its end.
  ///
  /// Nil for anything else. `/` and paths such as `/help/` are taken for a site of unknown address.
  static func normalizedBaseURL(_ text: String) -> String? {
    let forbidden: [Unicode.Scalar] = ["?", "#", "\"", "<", ">", "\\", "\u{7F}"]
    guard !text.isEmpty,
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && !forbidden.contains($0) })
    else { return nil }
    let lower = text.lowercased()
    if let scheme = ["http://", "https://"].first(where: lower.hasPrefix) {
      let rest = text.dropFirst(scheme.utf8.count)
      guard let first = rest.first, first != "/", first != ":" else { return nil }
    } else if !text.hasPrefix("/") || text.hasPrefix("//") {
      return nil
    }
    return text.hasSuffix("/") ? text : text + "/"
  }
}
