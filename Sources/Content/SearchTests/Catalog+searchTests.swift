public import Diagnostics

extension Catalog {
  /// Checks that the articles and tags that search tests name can be found by a search.
  ///
  /// - Parameter file: the tests.
  /// - Returns: what is wrong, in the order of the file.
  public func check(_ file: SearchTestFile) -> [Diagnostic] {
    let tags = Set(articles.flatMap(\.tags)).union(site.tagLabels.keys).sorted()
    return file.tests.flatMap { test in
      test.expected.compactMap { fault($0, of: test, in: file) }
        + test.tags.compactMap { fault($0, of: file, known: tags) }
    }
  }

  /// Whether a search may find one of the articles that a test expects; drafts wait to be published.
  public func isReady(_ test: SearchTest) -> Bool {
    test.expected.contains { expected in
      guard let article = article(expected.value), !article.unlisted else { return false }
      return article.versions.contains { $0.language == test.language }
    }
  }

  private func fault(
    _ expected: Located<ArticleID>, of test: SearchTest, in file: SearchTestFile
  ) -> Diagnostic? {
    let id = expected.value
    guard drafts[id]?.contains(test.language) != true else { return nil }
    func unsearchable(_ reason: String) -> Diagnostic {
      file.fault(
        DiagnosticID.articleUnsearchable, expected.place, "no search finds '\(id)', which \(reason)"
      )
    }
    if agentArticle(id) != nil { return unsearchable("is for agents only") }
    guard let article = article(id) else {
      if drafts[id] != nil { return unsearchable("is not written in '\(test.language)'") }
      return file.fault(
        DiagnosticID.articleUnknown, expected.place, "there is no article '\(id)'",
        meant(by: id.rawValue).map { FixIt("replace '\(id)' with '\($0)'", replacement: $0) })
    }
    if article.unlisted { return unsearchable("is unlisted") }
    guard article.versions.contains(where: { $0.language == test.language }) else {
      return unsearchable("is not written in '\(test.language)'")
    }
    return nil
  }

  /// The identifier of the article that has this slug or title, or whose identifier is nearest.
  private func meant(by text: String) -> String? {
    let named = articles.first { article in
      article.versions.contains { $0.slug == text || $0.title == text }
    }
    if let named { return named.id.rawValue }
    let names = articles.map(\.id.rawValue) + drafts.keys.map(\.rawValue)
    return Suggestion.nearest(to: text, among: names.sorted())
  }

  private func fault(
    _ tag: Located<String>, of file: SearchTestFile, known: [String]
  ) -> Diagnostic? {
    guard !known.contains(tag.value) else { return nil }
    let labelled = known.first { key in
      site.tagLabels[key]?.values.values.contains(tag.value) ?? false
    }
    return file.fault(
      DiagnosticID.tagUnknown, tag.place, "no article has the tag '\(tag.value)'",
      (labelled ?? Suggestion.nearest(to: tag.value, among: known)).map {
        FixIt("replace '\(tag.value)' with '\($0)'", replacement: $0)
      })
  }
}
