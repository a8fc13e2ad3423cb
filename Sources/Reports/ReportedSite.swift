import Foundation

/// What a report needs to know of a site: its articles, and the names of its categories.
public struct ReportedSite: Sendable {
  /// The articles by id.
  public var articles: [String: ReportedArticle]
  /// The languages, the default one first.
  public var languages: [String]
  /// The names of categories, by language and key.
  public var categories: [String: [String: String]]
  /// How many people must have asked a query for reports to list it; nil where the site does not say.
  public var rareQueries: Int?

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
  ///
  /// - Parameters:
  ///   - articlesJSON: the articles of the site, and those for agents alone.
  ///   - siteJSON: what the site says of itself.
  ///   - languages: the languages, the default one first.
  public init(articlesJSON: [[UInt8]], siteJSON: [UInt8], languages: [String]) {
    let decoder = JSONDecoder()
    let articles = articlesJSON.flatMap {
      (try? decoder.decode([ReportedArticle].self, from: Data($0))) ?? []
    }
    let site = try? decoder.decode(SiteFile.self, from: Data(siteJSON))
    var categories: [String: [String: String]] = [:]
    for (language, words) in site?.languages ?? [:] {
      categories[language] = Dictionary(
        (words.search?.categories ?? []).map { ($0.key, $0.label) }
      ) { first, _ in first }
    }
    self.init(articles: articles, languages: languages, categories: categories)
    rareQueries = site?.privacy?.rareQueries
  }

  /// The ids of a category's articles; nil for a category that there is not.
  public func articles(ofCategory key: String) -> Set<String>? {
    guard categoryKeys.contains(key) else { return nil }
    return Set(articles.values.filter { $0.category == key }.map(\.id))
  }

  /// The keys of the categories that there are.
  public var categoryKeys: Set<String> {
    Set(categories.values.flatMap(\.keys) + articles.values.compactMap(\.category))
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
    struct Privacy: Decodable { var rareQueries: Int? }
    var languages: [String: Words]
    var privacy: Privacy?
  }
}
