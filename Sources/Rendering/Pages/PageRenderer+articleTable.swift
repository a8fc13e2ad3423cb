import Content

extension PageRenderer {
  /// `articles.json`: every public article, by number, for programs that follow the site.
  ///
  /// `versions` has an entry for each language of the site in which the article has an address; one
  /// with `fallback` shows the text of another language.
  func articleTable() -> JSONText {
    .array(context.catalog.articles.map(entry))
  }

  /// `articles.json` of the catalog's articles, for whoever writes them elsewhere.
  public func articleTableFile() -> [UInt8] { Array((articleTable().text + "\n").utf8) }

  private func entry(_ article: Article) -> JSONText {
    let versions = languages.compactMap { language -> (String, JSONText)? in
      guard let path = path(of: article, in: language.code) else { return nil }
      let (version, isFallback) = article.version(for: language.code)
      var fields: [(String, JSONText)] = [
        ("title", .string(version.title)), ("description", .string(version.description)),
        ("url", .string(context.href(path))),
        ("updated", version.lastUpdated.map { .string($0.description) } ?? .null),
        ("readingMinutes", .number(version.readingMinutes)),
      ]
      if case .stale(let since) = version.translation {
        // A day that nobody knows is one all the same: the translation is old.
        fields.append(("staleSince", .string(since?.description ?? "")))
      }
      if let day = version.reviewBy { fields.append(("reviewBy", .string(day.description))) }
      if isFallback { fields.append(("fallback", .string(version.language.rawValue))) }
      return (language.code.rawValue, .object(fields))
    }
    var fields: [(String, JSONText)] = [
      ("id", .string(article.id.description)), ("category", .string(article.category)),
      ("difficulty", article.difficulty.map { .string($0) } ?? .null),
      ("tags", .array(article.tags.map { .string($0) })),
      ("versions", .object(versions)),
    ]
    if article.unlisted { fields.append(("unlisted", .bool(true))) }
    return .object(fields)
  }
}
