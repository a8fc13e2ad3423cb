import Content
import Markup

/// A catalog as a text that a person can compare.
enum CatalogText {
  /// All that a catalog holds, and where every link of it leads in every language.
  static func describe(_ catalog: Catalog) -> String {
    var lines: [String] = []
    for article in catalog.articles { lines += describe(article, catalog) }
    lines.append("agents:")
    for article in catalog.agentArticles { lines += describe(article, catalog) }
    lines.append("redirects:")
    lines += catalog.redirects.map { "  \($0.from) -> \($0.to)" }
    lines.append("lists:")
    for language in catalog.site.languages {
      let ids = catalog.articles(in: language).map(\.id.rawValue).joined(separator: ", ")
      let tags = catalog.tags(in: language).joined(separator: ", ")
      lines.append("  \(language): \(ids); tags \(tags)")
    }
    lines.append("translations:")
    for row in catalog.translations {
      lines.append("  \(row.id): \(row.statuses.map { "\($0)" }.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func describe(_ article: Article, _ catalog: Catalog) -> [String] {
    var lines = ["\(article.number) \(article.id) (\(article.category))"]
    lines.append(
      "  difficulty \(article.difficulty ?? "-"), tags \(article.tags), related "
        + "\(article.related.map(\.rawValue)), weight \(article.weight.map(String.init) ?? "-")"
        + (article.unlisted ? ", unlisted" : ""))
    for language in catalog.site.languages {
      lines.append("  at \(catalog.path(of: article, in: language) ?? "nowhere")")
    }
    for version in article.versions {
      lines.append("  \(version.language) '\(version.title)' \(version.path)@\(version.bodyOffset)")
      lines.append(
        "    updated \(version.lastUpdated?.description ?? "-"), \(version.wordCount) words, "
          + "\(version.readingMinutes) min, \(version.outline.headings.map(\.anchor))")
      for link in version.links + version.images {
        let targets = catalog.site.languages.map { language in
          "\(language) \(catalog.resolve(link.destination, from: version, reader: language))"
        }
        lines.append("    \(link.destination): \(targets.joined(separator: "; "))")
      }
    }
    return lines
  }
}
