import Content

// What pages ask of the content model, in one place.

extension Localized<String> {
  /// The text for a reader: in their language, else in the site's first one.
  func text(in language: LanguageCode, _ site: SiteConfiguration, or other: String) -> String {
    value(for: language, fallback: site.defaultLanguage) ?? other
  }
}

extension SiteConfiguration {
  /// Where 'ask an expert' leads readers of a language; nil when there is nowhere.
  func contactURL(in language: LanguageCode) -> String? {
    let url = contact.text(in: language, self, or: "")
    return url.isEmpty ? nil : url
  }
}

extension Article {
  /// Whether lists, feeds and the sitemap name it.
  var isListed: Bool { !unlisted && visibility == .public }
}

extension ArticleVersion {
  /// The writer's `params` as templates see them.
  var templateParameters: TemplateValues { params.mapValues(\.templateValue) }
}

extension ParameterValue {
  /// The value as the template engine understands it.
  fileprivate var templateValue: any Sendable {
    switch self {
    case .null: AbsentValue()
    case .boolean(let value): value
    case .integer(let value): value
    case .text(let value): value
    case .list(let values): values.map(\.templateValue)
    case .map(let values): values.mapValues(\.templateValue)
    }
  }
}

extension Redirect {
  /// The file that answers at the old address; nil for one that only a server can answer.
  var file: String? {
    guard from.hasPrefix("/"), !from.contains(".."), !from.contains("?") else { return nil }
    if from.hasSuffix("/") { return PageRenderer.file(from) }
    return from.hasSuffix(".html") ? PageRenderer.file(from, "") : PageRenderer.file(from + "/")
  }
}
