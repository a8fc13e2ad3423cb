import Diagnostics

/// Reads a site from the keys of `site.yaml`.
struct SiteReader {
  static let keys = [
    "title", "baseURL", "languages", "categories", "difficulties", "tags", "synonyms", "contact",
    "sharing", "regions", "widget", "theme", "desk", "privacy",
  ]

  var reader: YAMLReader
  /// The languages, which all other values are read against.
  var languages: [LanguageCode] = []

  /// The levels of plans, with their places, until the difficulties are known.
  var planLevels: [(level: String, range: Range<Int>)] = []

  init(source: SourceText) { reader = YAMLReader(source: source) }

  var diagnostics: [Diagnostic] { reader.diagnostics }

  /// Reads all keys; the site is of use only where no error was found.
  mutating func read(_ entries: [YAMLEntry]) -> SiteConfiguration? {
    for key in ["title", "languages", "categories"]
    where !entries.contains(where: { $0.key == key }) {
      reader.report(
        DiagnosticID.keyMissing, 0..<0, "site.yaml has no '\(key)'", FixIt("add '\(key)'"))
    }
    if let entry = entries.first(where: { $0.key == "languages" }) { readLanguages(entry.value) }
    var site = SiteConfiguration(
      title: Localized(), languages: languages.isEmpty ? ["en"] : languages, categories: [])
    for entry in entries {
      switch entry.key {
      case "title": site.title = localized(entry.value, "title") ?? Localized()
      case "baseURL": readBaseURL(entry.value, &site)
      case "languages": break
      case "categories": site.categories = categories(entry.value)
      case "difficulties": site.difficulties = difficulties(entry.value)
      case "tags": site.tagLabels = tags(entry.value)
      case "synonyms": site.synonyms = synonyms(entry.value)
      case "contact": readContact(entry.value, &site)
      case "sharing": site.sharing = sharing(entry.value)
      case "regions": site.regions = regions(entry.value)
      case "theme": site.theme = theme(entry.value)
      case "widget": site.widgetOrigins = widgetOrigins(entry.value)
      case "desk": site.desk = desk(entry.value)
      case "privacy": site.privacy = privacy(entry.value)
      default: reader.unknown(entry, known: Self.keys)
      }
    }
    checkPlans(site)
    return languages.isEmpty ? nil : site
  }

  private mutating func readLanguages(_ node: YAMLNode) {
    guard let texts = reader.texts(node, "languages") else { return }
    if texts.isEmpty {
      reader.report(DiagnosticID.keyMissing, node.range, "a site has one language at least")
    }
    guard case .sequence(let items) = node.content else { return }
    for (text, item) in zip(texts, items) {
      let code = LanguageCode(rawValue: text.value)
      if !code.isValid {
        reader.report(
          DiagnosticID.languageUnknown, item.range, "'\(text.value)' is no language code",
          FixIt("write it as 'fr', 'en' or 'fr-CA'"))
      } else if languages.contains(code) {
        reader.report(
          DiagnosticID.keyDuplicate, item.range, "the language '\(code)' is given twice")
      } else {
        languages.append(code)
      }
    }
  }

  private mutating func readBaseURL(_ node: YAMLNode, _ site: inout SiteConfiguration) {
    guard let text = reader.text(node, "baseURL") else { return }
    guard let address = SiteConfiguration.normalizedBaseURL(text) else {
      reader.report(
        DiagnosticID.baseURLInvalid, node.range, "'\(text)' is no address of a site",
        FixIt("write it as https://help.example.com/"))
      return
    }
    site.baseURL = address
  }

  private mutating func readContact(_ node: YAMLNode, _ site: inout SiteConfiguration) {
    guard !node.isNull else { return }
    site.contact = addresses(node, "contact")
  }

  /// An address for each language, or one for all, that people can be led to.
  mutating func addresses(_ node: YAMLNode, _ name: String) -> Localized<String> {
    guard let result = localized(node, name, isName: false) else { return Localized() }
    for address in result.values.values.sorted() where !Self.isSafe(address) {
      reader.report(
        DiagnosticID.addressInvalid, node.range, "'\(address)' is no address to lead people to",
        FixIt("write it as https://…, mailto:… or tel:…"))
    }
    return result
  }

  private static func isSafe(_ address: String) -> Bool {
    let lower = address.lowercased()
    guard !address.utf8.contains(where: { $0 <= 0x20 }) else { return false }
    return ["https://", "http://", "mailto:", "tel:"].contains { lower.hasPrefix($0) }
      || (address.hasPrefix("/") && !address.hasPrefix("//"))
  }

  /// A text for each language, or one for all.
  ///
  /// `isName` says whether readers of a language that is left out would miss it.
  mutating func localized(
    _ node: YAMLNode, _ name: String, isName: Bool = true
  ) -> Localized<String>? {
    guard case .mapping(let entries) = node.content else {
      guard let text = reader.text(node, name) else { return nil }
      var result = Localized<String>()
      for language in languages { result[language] = text }
      return result
    }
    var result = Localized<String>()
    for entry in entries {
      let code = LanguageCode(rawValue: entry.key)
      guard languages.contains(code) || languages.isEmpty else {
        let codes = languages.map(\.rawValue)
        reader.report(
          DiagnosticID.languageUnknown, entry.keyRange,
          "'\(entry.key)' is no language of the site, which has \(codes.joined(separator: ", "))",
          Suggestion.nearest(to: entry.key, among: codes).map {
            FixIt("replace '\(entry.key)' with '\($0)'", replacement: $0)
          })
        continue
      }
      result[code] = reader.text(entry.value, "\(name).\(entry.key)")
    }
    let missing = languages.filter { result.value(for: $0, fallback: $0) == nil }
    if isName, !missing.isEmpty, !result.isEmpty {
      let codes = missing.map(\.rawValue).joined(separator: ", ")
      reader.report(
        DiagnosticID.labelMissing, node.range, "'\(name)' has no text in \(codes)",
        severity: .warning)
    }
    return result
  }
}
