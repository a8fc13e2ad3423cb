import Content

extension PageRenderer {
  /// `widget.js`: the help centre inside any page, with one tag.
  ///
  /// It carries its texts and its style sheet, so that the page that has it fetches nothing else
  /// before somebody asks for help.
  func widgetScript() -> String {
    let style = StyleSheet.compacted(context.library.files["standalone/widget.css"] ?? [])
    return standalone(
      "widget.js",
      constants: [
        ("SITE", widgetSite()), ("STYLE", .string(String(decoding: style, as: UTF8.self))),
      ])
  }

  private func widgetSite() -> JSONText {
    var fields: [(String, JSONText)] = [
      // From the site's own address, wherever that is: addresses of the site begin with it.
      ("base", .string(context.basePath)),
      (
        "languages",
        .object(languages.map { ($0.code.rawValue, .object(words(of: $0))) })
      ),
    ]
    if let searcher = context.themeURLs["search/searcher.js"] {
      fields.append(("searcher", .string(searcher)))
    }
    return .object(fields)
  }

  /// What the widget says in one language, and where it leads.
  private func words(of language: LanguageSite) -> [(String, JSONText)] {
    var fields: [(String, JSONText)] = [
      ("title", .string(context.site.title.text(in: language.code, context.site, or: ""))),
      ("home", .string(context.href(language.home))),
      ("search", .string(context.href(language.searchPath))),
    ]
    if let contact = context.site.contactURL(in: language.code) {
      fields.append(("contact", .string(contact)))
    }
    let texts = [
      "askExpert", "askExpertTitle", "nothingFound", "nothingFoundTips", "searchFailed",
      "searchPlaceholder", "widgetBack", "widgetClose", "widgetHelp", "widgetLoading",
      "widgetMissing", "widgetNewTab", "widgetOpenPage", "widgetPopular", "widgetSuggested",
    ].map { ($0, JSONText.string(language.strings[$0])) }
    fields.append(("texts", .object(texts)))
    fields.append(("one", .string(language.strings["results.one"])))
    fields.append(("other", .string(language.strings["results.other"])))
    fields.append(
      ("categories", .object(language.categories.map { ($0.key, .string($0.label)) })))
    return fields
  }
}
