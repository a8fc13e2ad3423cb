import Content
import Markup
import Search

/// Turns an article in one language into what the search index takes.
struct DocumentMapper: Sendable {
  let site: SiteConfiguration
  let basePath: String

  /// Maps a version with its plain text.
  func document(_ article: Article, _ version: ArticleVersion, _ sections: [TextSection])
    -> Document
  {
    let headings = version.outline.headings
    return Document(
      id: article.id.description, url: basePath + version.permalink, title: version.title,
      description: version.description, keywords: version.keywords, category: article.category,
      categoryLabel: label(site.category(article.category)?.label, version),
      difficulty: article.difficulty ?? "",
      difficultyLabel: label(article.difficulty.flatMap(site.difficulty)?.label, version),
      tags: article.tags,
      tagLabels: article.tags.map { site.label(ofTag: $0, in: version.language) },
      sections: sections.map { section in
        guard let index = section.heading, headings.indices.contains(index) else {
          return Section(text: section.text)
        }
        let heading = headings[index]
        return Section(heading: heading.text, anchor: heading.anchor, text: section.text)
      },
      updated: version.lastUpdated.map { Int32(clamping: $0.daysSince1970) } ?? 0)
  }

  private func label(_ label: Localized<String>?, _ version: ArticleVersion) -> String {
    label?.value(for: version.language, fallback: site.defaultLanguage) ?? ""
  }
}
