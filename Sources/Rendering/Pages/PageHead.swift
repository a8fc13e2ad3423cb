import Content

/// What `layout` says about a page besides its content.
struct PageHead {
  /// A class of the body: `article`, `home`, `list`, `search`, `error`.
  var kind: String
  /// The page's own title.
  var title: String
  var description = ""
  /// The site path that this page's content belongs to; nil for pages without an address.
  var canonical: String?
  /// Whether search engines leave it out.
  var isHidden = false
  /// The site path of the same page in each language that has it, by language code.
  var alternates: [(language: String, path: String)] = []
  /// The site path for readers of no language that has the page; that of the first one when nil.
  var defaultPath: String?
  /// Where the language switch leads, by language code; home where a language is missing.
  var switches: [String: String] = [:]
  var structuredData = ""
  /// The site path of the picture that stands for the page where it is shared.
  var socialImage: String?
}

extension PageRenderer {
  /// The values that `layout` needs, over the constants of the language.
  func layout(_ head: PageHead, _ language: LanguageSite) -> TemplateValues {
    let siteTitle = context.site.title.text(in: language.code, context.site, or: "")
    var values = language.sections
    values["kind"] = head.kind
    values["title"] = head.title
    values["headTitle"] = head.kind == "home" ? siteTitle : "\(head.title) · \(siteTitle)"
    if !head.description.isEmpty { values["description"] = head.description }
    if let canonical = head.canonical { values["canonical"] = context.absoluteURL(canonical) }
    if head.isHidden { values["robots"] = "noindex" }
    values["ogType"] = head.kind == "article" ? "article" : "website"
    values["isHome"] = head.kind == "home"
    values["isSearch"] = head.kind == "search"
    values["isArticle"] = head.kind == "article"
    values.set("structuredData", head.structuredData)
    values.set("socialImage", head.socialImage.map(context.absoluteURL))
    let alternates = alternates(head.alternates, byDefault: head.defaultPath)
    if !alternates.isEmpty {
      values["alternates"] = alternates.map { ["code": $0.code, "url": $0.url] }
    }
    values["headerLinks"] = links(context.site.theme.headerLinks, language)
    values["footerLinks"] = links(context.site.theme.footerLinks, language)
    values["hasTranslations"] = languages.count > 1
    if languages.count > 1 {
      values["manyLanguages"] = languages.count > 3
      values["translations"] = languages.filter { $0.code != language.code }.map { other in
        [
          "code": other.code.rawValue, "name": LanguageName.own(of: other.code.rawValue),
          "url": context.href(head.switches[other.code.rawValue] ?? other.home),
        ]
      }
    }
    return values
  }

  private func links(_ links: [SiteTheme.Link], _ language: LanguageSite) -> [[String: String]] {
    links.map { link in
      let url = link.url.text(in: language.code, context.site, or: "")
      // A path is one of the site's own, wherever that is.
      return [
        "label": link.label.text(in: language.code, context.site, or: url),
        "url": url.hasPrefix("/") ? context.href(url) : url,
      ]
    }
  }

  /// The head of a page that every language has at the same place, such as `search/`.
  func commonHead(
    kind: String, title: String, description: String, _ language: LanguageSite, below path: String
  ) -> PageHead {
    var head = PageHead(kind: kind, title: title, description: description)
    head.canonical = language.home + path
    head.alternates = languages.map { ($0.code.rawValue, $0.home + path) }
    head.switches = Dictionary(
      languages.map { ($0.code.rawValue, $0.home + path) }, uniquingKeysWith: { first, _ in first })
    return head
  }
}
