import Diagnostics

extension SiteReader {
  /// The regions of languages: `{fr: [fr-CA, fr-FR]}`.
  mutating func regions(_ node: YAMLNode) -> [LanguageCode: [LanguageCode]] {
    guard !node.isNull, let entries = reader.mapping(node, "regions") else { return [:] }
    var result: [LanguageCode: [LanguageCode]] = [:]
    for entry in entries {
      let language = LanguageCode(rawValue: entry.key)
      guard languages.contains(language) || languages.isEmpty else {
        reader.unknownLanguage(entry.key, entry.keyRange, of: languages)
        continue
      }
      for item in Self.items(entry.value) {
        guard let text = reader.text(item, "regions.\(entry.key)") else { continue }
        let code = LanguageCode(rawValue: text)
        if code.isValid, text.hasPrefix(entry.key + "-") {
          result[language, default: []].append(code)
        } else {
          reader.report(
            DiagnosticID.languageUnknown, item.range, "'\(text)' is no region of '\(entry.key)'",
            FixIt("write it as '\(entry.key)-CA'"))
        }
      }
    }
    return result
  }

  /// The origins that may carry the widget: `{origins: [https://app.example.com]}`.
  mutating func widgetOrigins(_ node: YAMLNode) -> [WebOrigin] {
    guard !node.isNull, let entries = reader.mapping(node, "widget") else { return [] }
    var result: [WebOrigin] = []
    for entry in entries {
      guard entry.key == "origins" else {
        reader.unknown(entry, known: ["origins"], in: "widget")
        continue
      }
      for item in Self.items(entry.value) {
        let origin = origin(
          item, "widget.origins", hint: "write it as https://app.example.com, or '*' for any")
        if let origin { result.append(origin) }
      }
    }
    return result
  }

  /// An origin of pages; nil for what is none, and for `*` where not anybody is meant.
  mutating func origin(
    _ item: YAMLNode, _ name: String, allowsAny: Bool = true, hint: String
  ) -> WebOrigin? {
    guard let text = reader.text(item, name) else { return nil }
    if let origin = WebOrigin(text), allowsAny || origin != .any { return origin }
    reader.report(
      DiagnosticID.addressInvalid, item.range, "'\(text)' is no origin of a page", FixIt(hint))
    return nil
  }

  /// The items of a list, or a single value as a list of one.
  private static func items(_ node: YAMLNode) -> [YAMLNode] {
    if case .sequence(let items) = node.content { return items }
    return [node]
  }
}
