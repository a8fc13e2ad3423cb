import Content

extension PageRenderer {
  /// The JSON-LD of an article: where it stands, and what it is.
  func structuredData(
    _ article: Article, _ version: ArticleVersion, _ language: LanguageSite
  ) -> String {
    let url = context.absoluteURL(version.permalink)
    let siteTitle = context.site.title.text(in: language.code, context.site, or: "")
    var crumbs: [(String, String)] = [(siteTitle, context.absoluteURL(language.home))]
    var fields: [(String, JSONText)] = [
      ("@type", .string("TechArticle")), ("headline", .string(version.title)),
    ]
    if !version.description.isEmpty { fields.append(("description", .string(version.description))) }
    fields.append(("inLanguage", .string(version.language.rawValue)))
    fields.append(("url", .string(url)))
    if let date = version.lastUpdated {
      fields.append(("dateModified", .string(date.description)))
    }
    if let index = language.categoryIndex[article.category] {
      let category = language.categories[index]
      crumbs.append((category.label, context.absoluteURL(category.path)))
      fields.append(("articleSection", .string(category.label)))
    }
    if let key = article.difficulty, let index = language.difficultyIndex[key] {
      fields.append(("proficiencyLevel", .string(language.difficulties[index].label)))
    }
    fields.append(
      ("publisher", .object([("@type", .string("Organization")), ("name", .string(siteTitle))])))
    crumbs.append((version.title, url))
    let items = crumbs.enumerated().map { position, crumb in
      JSONText.object([
        ("@type", .string("ListItem")), ("position", .number(position + 1)),
        ("name", .string(crumb.0)), ("item", .string(crumb.1)),
      ])
    }
    let list = JSONText.object([
      ("@type", .string("BreadcrumbList")), ("itemListElement", .array(items)),
    ])
    return JSONText.object([
      ("@context", .string("https://schema.org")), ("@graph", .array([.object(fields), list])),
    ]).text
  }
}
