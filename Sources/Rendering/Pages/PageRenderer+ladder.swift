import Content

extension PageRenderer {
  /// The articles to turn to when one is too hard, and when one wants to know more.
  struct Ladder {
    var easier: Int?
    var deeper: Int?
  }

  /// The nearest article of a lower level and of a higher one.
  ///
  /// Related articles are looked at first, nearest first, then those of the same category that share
  /// most tags; an article that shares none is not related at all.
  func ladder(of article: Article, in language: LanguageSite) -> Ladder {
    guard let level = rank(article) else { return Ladder() }
    var ladder = Ladder()
    func consider(_ number: Int) {
      let other = context.catalog.articles[number]
      guard number != article.number, let rank = rank(other) else { return }
      if rank < level, ladder.easier == nil { ladder.easier = number }
      if rank > level, ladder.deeper == nil { ladder.deeper = number }
    }
    if let related = context.related[language.code], related.indices.contains(article.number) {
      related[article.number].forEach(consider)
    }
    if ladder.easier != nil, ladder.deeper != nil { return ladder }
    let tags = Set(article.tags)
    guard !tags.isEmpty, let category = language.categoryIndex[article.category] else {
      return ladder
    }
    let near = language.categories[category].articles.prefix(Self.ladderCandidates)
      .map { (shared: tags.intersection(context.catalog.articles[$0].tags).count, number: $0) }
      .filter { $0.shared > 0 }
      .sorted { ($1.shared, $0.number) < ($0.shared, $1.number) }
    near.forEach { consider($0.number) }
    return ladder
  }

  /// How many articles of a category are looked at; keeps builds of very large ones linear.
  private static let ladderCandidates = 200

  private func rank(_ article: Article) -> Int? {
    article.difficulty.flatMap { key in
      context.site.difficulties.firstIndex { $0.key == key }
    }
  }

  /// The step of a ladder as the page shows it.
  func rung(_ number: Int, in language: LanguageSite) -> TemplateValues {
    let article = context.catalog.articles[number]
    var values = summary(article, article.version(for: language.code).version, in: language)
    values["params"] = nil
    return values
  }
}
