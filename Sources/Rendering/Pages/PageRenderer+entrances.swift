import Content

extension PageRenderer {
  /// What a reader of one language sees when an address leads nowhere.
  func notFoundPage(_ language: LanguageSite) -> Page {
    Page(path: "\(language.code.rawValue)/404.html") {
      var head = PageHead(kind: "error", title: language.strings["notFound"])
      head.isHidden = true
      return language.templates.render("not-found", layout(head, language))
    }
  }

  /// `/`, where a reader chooses a language.
  func chooserPage() -> Page {
    Page(path: "index.html") { renderChooser(kind: "chooser", isNotFound: false) }
  }

  /// `/404.html`, which most hosts serve for every address that leads nowhere: in all languages.
  func commonNotFoundPage() -> Page {
    Page(path: "404.html") { renderChooser(kind: "error", isNotFound: true) }
  }

  private func renderChooser(kind: String, isNotFound: Bool) -> String {
    let language = languages[0]
    let siteTitle = context.site.title.text(in: language.code, context.site, or: "")
    let titles = languages.map { $0.strings["notFound"] }.joined(separator: " · ")
    var head = PageHead(kind: kind, title: isNotFound ? titles : siteTitle)
    head.isHidden = isNotFound
    if !isNotFound {
      head.canonical = "/"
      head.description = language.strings.format("homeDescription", ["site": siteTitle])
      head.alternates = languages.map { ($0.code.rawValue, $0.home) }
      // Here, and only here, no language is the reader's: this page is the default one.
      head.defaultPath = "/"
    }
    var values = layout(head, language)
    values["isChooser"] = true
    values["hasTranslations"] = false
    values["manyLanguages"] = false
    if !isNotFound { values["headTitle"] = siteTitle }
    values["choices"] = languages.map { other in
      [
        "code": other.code.rawValue, "name": LanguageName.own(of: other.code.rawValue),
        "title": context.site.title.text(in: other.code, context.site, or: ""),
        "url": context.href(other.home), "notFound": other.strings["notFound"],
        "notFoundText": other.strings["notFoundText"], "search": context.href(other.searchPath),
        "searchLabel": other.strings["search"], "homeLabel": other.strings["backHome"],
        "found": other.strings["missingFound"],
      ]
    }
    values["isNotFound"] = isNotFound
    return language.templates.render("chooser", values)
  }

  /// A page at every old address that leads to the new one, for hosts without redirects.
  func aliasPages() -> [Page] {
    context.catalog.redirects.compactMap { redirect in
      guard let path = redirect.file else { return nil }
      return Page(path: path) {
        let language = language(ofPath: redirect.to)
        var head = PageHead(kind: "redirect", title: language.strings["moved"])
        head.canonical = redirect.to
        head.isHidden = true
        var values = layout(head, language)
        values["target"] = context.href(redirect.to)
        return language.templates.render("redirect", values)
      }
    }
  }

  /// The language that a site path belongs to, by its first part.
  private func language(ofPath path: String) -> LanguageSite {
    let first = path.split(separator: "/").first.map(String.init)
    return languages.first { $0.code.rawValue == first } ?? languages[0]
  }
}
