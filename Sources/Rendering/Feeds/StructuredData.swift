import Content
import Markup

extension PageRenderer {
  /// The JSON-LD of an article: what it is, where it stands, and what to do in order.
  func structuredData(
    _ article: Article, _ version: ArticleVersion, _ language: LanguageSite,
    procedures: [Procedure], image: String?
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
    if let image { fields.append(("image", .string(image))) }
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
    var graph = [JSONText.object(fields), list]
    if let howTo = howTo(version, url: url, procedures) { graph.append(howTo) }
    return JSONText.object([
      ("@context", .string("https://schema.org")), ("@graph", .array(graph)),
    ]).text
  }

  /// The steps of an article; those of several lists in sections that are called as their headings.
  private func howTo(
    _ version: ArticleVersion, url: String, _ procedures: [Procedure]
  ) -> JSONText? {
    guard !procedures.isEmpty else { return nil }
    var fields: [(String, JSONText)] = [
      ("@type", .string("HowTo")), ("name", .string(version.title)),
      ("inLanguage", .string(version.language.rawValue)), ("url", .string(url)),
    ]
    if !version.description.isEmpty { fields.append(("description", .string(version.description))) }
    if procedures.count == 1 {
      fields.append(("step", .array(steps(procedures[0]))))
    } else {
      let sections = procedures.enumerated().map { number, procedure in
        let heading = procedure.heading.map { version.outline.headings[$0].text }
        return JSONText.object([
          ("@type", .string("HowToSection")), ("position", .number(number + 1)),
          ("name", .string(heading ?? version.title)),
          ("itemListElement", .array(steps(procedure))),
        ])
      }
      fields.append(("step", .array(sections)))
    }
    return .object(fields)
  }

  private func steps(_ procedure: Procedure) -> [JSONText] {
    procedure.steps.enumerated().map { number, text in
      .object([
        ("@type", .string("HowToStep")), ("position", .number(number + 1)),
        ("text", .string(text)),
      ])
    }
  }
}
