/// Where things are on a site, as paths from its base address.
public enum Permalink {
  /// `/fr/articles/reset-password/`.
  public static func article(_ slug: String, in language: LanguageCode) -> String {
    "/\(language.rawValue)/articles/\(slug)/"
  }

  /// The pages and files of a site besides articles: their paths and what lies below them.
  ///
  /// - Parameters:
  ///   - path: a path that begins with `/`.
  ///   - site: the site.
  ///   - tags: the tags that have a page in each language.
  /// - Returns: whether the site writes or answers something there.
  static func isPage(
    _ path: String, of site: SiteConfiguration, tags: [LanguageCode: Set<String>]
  ) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    guard let first = parts.first else { return true }
    let files = [
      "404.html", "sitemap.xml", "robots.txt", "llms.txt", "llms-full.txt", "articles.json",
      "redirects.json", "build-report.json", "_redirects", "index.html",
    ]
    if parts.count == 1, files.contains(first) { return true }
    let language = LanguageCode(rawValue: first)
    guard site.languages.contains(language) else { return false }
    let rest = parts.dropFirst()
    guard let section = rest.first else { return true }
    if rest.count == 1 {
      return ["articles", "search", "feed.xml", "opensearch.xml", "404.html", "index.html"]
        .contains(section)
    }
    guard rest.count == 2, let key = rest.last else { return false }
    switch section {
    case "categories": return site.category(key) != nil
    case "difficulty": return site.difficulty(key) != nil
    case "tags": return tags[language]?.contains(key) ?? false
    default: return false
    }
  }

  /// Whether a path belongs to the server or to files that builds name themselves.
  static func isReserved(_ path: String) -> Bool {
    let first = path.split(separator: "/").first.map(String.init) ?? ""
    return ["api", "s", "desk", "search", "assets", "healthz", "readyz", "metrics"].contains(first)
  }
}
