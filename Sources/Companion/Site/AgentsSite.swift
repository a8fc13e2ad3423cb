import BuiltSite
import FileSystem
import Foundation
import Search

/// What is for agents only, as a build left it beside the site; no reader is ever sent any of it.
final class AgentsSite: Sendable {
  /// The articles.
  let articles: [ListedArticle]
  /// The files by path, as they would be below the site's folder.
  let files: [String: SiteFile]
  /// Searches by language.
  let searchers: [String: Searcher]
  private let numbers: [String: Int]

  private init(
    articles: [ListedArticle], files: [String: SiteFile], searchers: [String: Searcher]
  ) {
    self.articles = articles
    self.files = files
    self.searchers = searchers
    numbers = Dictionary(articles.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// The article of an id.
  func article(id: String) -> ListedArticle? { numbers[id].map { articles[$0] } }

  /// Loads the folder that belongs to a build of a site; nil if there is none.
  ///
  /// - Parameters:
  ///   - site: the site's folder.
  ///   - key: the key of the site's build; what another build left is not loaded.
  /// - Returns: what is for agents.
  /// - Throws: what is damaged.
  static func load(besides site: String, key: String) throws -> AgentsSite? {
    let folder = BuildReport.agentsFolder(ofSite: site)
    guard let report = BuildReport(site: folder), report.key == key else { return nil }
    var files: [String: SiteFile] = [:]
    for entry in try FolderListing(folder).files {
      files[entry.path] = try SiteFile(site: folder, path: entry.path, modified: entry.modified)
    }
    guard let table = files["articles.json"],
      var articles = try? JSONDecoder().decode([ListedArticle].self, from: Data(table.bytes))
    else {
      throw CompanionError(
        .siteDamaged, "'\(folder)' has no articles.json that can be read; run balise build")
    }
    for index in articles.indices { articles[index].isForAgents = true }
    let store = IndexStore(site: folder)
    var searchers: [String: Searcher] = [:]
    for language in report.languages {
      searchers[language] = Searcher(index: try store.index(for: language))
    }
    return AgentsSite(articles: articles, files: files, searchers: searchers)
  }
}
