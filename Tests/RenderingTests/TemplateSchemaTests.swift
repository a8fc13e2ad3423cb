import Content
import Testing

@testable import Rendering

@Suite struct TemplateSchemaTests {
  /// Every object below the first level must set each of its fields: a name that it lacks would be
  /// looked up in the objects around it.
  @Test func `objects in lists have all the fields that templates may name`() throws {
    let renderer = PageRenderer(context: SampleSite.context())
    let language = renderer.languages[0]
    let article = SampleSite.articles[1]
    let summary = renderer.summary(article, article.versions[0], in: language)
    expect(summary, matches: TemplateSchema.summary, "summary")
    let hit = SearchResultsContext.Hit(titleHTML: "a", url: "b")
    let results = SearchResultsContext(
      language: "fr", query: "q", total: 1, hits: [hit], articlesURL: "/")
    let roots = TemplateSchema.roots(texts: [], icons: [])
    for (name, values) in [
      ("search-results", results.fields(language.strings)),
      ("search-form", renderer.searchForm(in: "fr").fields),
      (
        "popular",
        PopularContext(
          language: "fr", choice: .mostViewed, items: [.init(title: "a", url: "b")]
        ).fields(language.strings)
      ),
    ] {
      let schema = try #require(roots[name])
      for (field, value) in values {
        let kind = try #require(schema[field], "\(name).\(field) is not in the schema")
        check(value, kind, "\(name).\(field)")
      }
    }
  }

  private func check(_ value: Any, _ field: TemplateField, _ path: String) {
    switch field {
    case .object(let fields):
      if let object = value as? TemplateValues { expect(object, matches: fields, path) }
    case .list(let fields):
      for object in value as? [TemplateValues] ?? [] { expect(object, matches: fields, path) }
    default: break
    }
  }

  private func expect(_ values: TemplateValues, matches fields: TemplateFields, _ path: String) {
    // What only other users of the same shape set.
    let optional: Set<String> = [
      "views", "id", "description", "language", "readingTime", "updated", "updatedISO",
      "difficulty",
      "tags", "hasTags", "params", "key",
    ]
    for (name, field) in fields {
      guard let value = values[name] else {
        if path != "summary" {
          #expect(optional.contains(name), "\(path).\(name) is not set")
        } else {
          Issue.record("\(path).\(name) is not set")
        }
        continue
      }
      check(value, field, "\(path).\(name)")
    }
    for name in values.keys { #expect(fields[name] != nil, "\(path).\(name) is not in the schema") }
  }
}
