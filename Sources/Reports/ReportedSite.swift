import Foundation

/// What a report needs to know of a site: its articles, and the names of its categories.
public struct ReportedSite: Sendable {
  /// The articles by id.
  public var articles: [String: ReportedArticle]
  /// The languages, the default one first.
  public var languages: [String]
  /// The names of categories, by language and key.
  public var categories: [String: [String: String]]

  /// A site from its parts.
  public init(
    articles: [ReportedArticle] = [], languages: [String] = [],
    categories: [String: [String: String]] = [:]
  ) {
    self.articles = Dictionary(articles.map { ($0.id, $0) }) { first, _ in first }
    self.languages = languages
    self.categories = categories
  }

  /// Reads what a build left; what cannot be read is unknown, and ids stand for titles.
  public init(articlesJSON: [UInt8], siteJSON: [UInt8]) {
    let decoder = JSONDecoder()
    let articles = try? decoder.decode([ReportedArticle].self, from: Data(articlesJSON))
    let site = try? decoder.decode(SiteFile.self, from: Data(siteJSON))
    var categories: [String: [String: String]] = [:]
    for (language, words) in site?.languages ?? [:] {
      categories[language] = Dictionary(
        (words.search?.categories ?? []).map { ($0.key, $0.label) }
      ) { first, _ in first }
    }
    self.init(
      articles: articles ?? [], languages: categories.keys.sorted(), categories: categories)
  }

  /// The title of an article for readers of a language; nil for one that is gone.
  public func version(of id: String, in language: String) -> ReportedArticle.Version? {
    guard let article = articles[id] else { return nil }
    for code in [language] + languages {
      if let version = article.versions[code] { return version }
    }
    return article.versions.sorted { $0.key < $1.key }.first?.value
  }

  /// The name of a category.
  func label(ofCategory key: String, in language: String) -> String {
    categories[language]?[key] ?? key
  }

  private struct SiteFile: Decodable {
    struct Words: Decodable { var search: Form? }
    struct Form: Decodable { var categories: [Choice] }
    struct Choice: Decodable {
      var key: String
      var label: String
    }
    var languages: [String: Words]
  }
}
