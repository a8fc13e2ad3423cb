/// How many articles of a language are in each category, difficulty and tag.
public struct ArticleCounts: Hashable, Sendable {
  /// All articles.
  public var total = 0
  /// By the category's key.
  public var categories: [String: Int] = [:]
  /// By the difficulty's key.
  public var difficulties: [String: Int] = [:]
  /// By tag.
  public var tags: [String: Int] = [:]

  /// Counts nothing.
  public init() {}
}

extension Catalog {
  /// Counts the public, listed articles written in a language.
  public func counts(in language: LanguageCode) -> ArticleCounts {
    var counts = ArticleCounts()
    for article in articles(in: language) {
      counts.total += 1
      counts.categories[article.category, default: 0] += 1
      if let difficulty = article.difficulty { counts.difficulties[difficulty, default: 0] += 1 }
      for tag in article.tags { counts.tags[tag, default: 0] += 1 }
    }
    return counts
  }

  /// The tags of the public, listed articles written in a language, sorted by their names.
  public func tags(in language: LanguageCode) -> [String] {
    counts(in: language).tags.keys
      .map { (key: LatinLetters.sortKey(site.label(ofTag: $0, in: language)), tag: $0) }
      .sorted {
        $0.key == $1.key ? $0.tag < $1.tag : $0.key.lexicographicallyPrecedes($1.key)
      }.map(\.tag)
  }
}
