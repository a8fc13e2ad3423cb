import BuiltSite
import Content
import FileSystem
import Search

/// A built site as it was at one moment: requests read it, and nothing changes it.
final class SiteSnapshot: Sendable {
  /// What the build said about itself.
  let report: BuildReport
  /// The files by path below the site's folder.
  let files: [String: SiteFile]
  /// The articles by number.
  let articles: [ListedArticle]
  /// What pages that the server renders say about the site.
  let description: SiteDescription
  /// Articles by id.
  let articleNumbers: [String: Int]
  /// Searches by language.
  let searchers: [String: Searcher]
  /// Why there is no search, by language.
  let searchFailures: [String: String]
  /// Old addresses.
  let redirects: Redirects
  /// What is for agents only; nil if nothing is.
  let agents: AgentsSite?

  /// What the site's addresses begin with: empty for `https://a.example/`, `/help` for
  /// `https://a.example/help/`.
  let basePath: String

  /// The networks in which the operator's own people work.
  let ownNetworks: [NetworkRange]

  /// The theme's style sheet, below the site's folder; nil if the build has none.
  let styleSheetPath: String?

  /// The languages, the default one first.
  var languages: [String] { report.languages }
  /// The default language.
  var defaultLanguage: String { languages.first ?? "en" }

  init(
    report: BuildReport, files: [String: SiteFile], articles: [ListedArticle],
    description: SiteDescription, searchers: [String: Searcher],
    searchFailures: [String: String] = [:], redirects: Redirects, agents: AgentsSite? = nil
  ) {
    self.report = report
    self.files = files
    self.articles = articles
    self.description = description
    self.searchers = searchers
    self.searchFailures = searchFailures
    self.redirects = redirects
    ownNetworks = description.networks
    styleSheetPath = files.keys
      .filter { $0.hasPrefix("assets/theme.") && $0.hasSuffix(".css") }.min()
    self.agents = agents
    basePath = RequestTarget.path(ofAddress: report.baseURL)
    articleNumbers = Dictionary(
      articles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The article of an id.
  func article(id: String) -> ListedArticle? {
    articleNumbers[id].map { articles[$0] }
  }

  /// The article of an id, whoever it is for.
  func articleForAgents(id: String) -> ListedArticle? {
    article(id: id) ?? agents?.article(id: id)
  }

  /// All articles that agents find.
  var articlesForAgents: [ListedArticle] { articles + (agents?.articles ?? []) }

  /// The language a request is about: the one it names, else the one its reader prefers.
  ///
  /// - Returns: One of ``languages``; nil if it names another.
  func language(named name: String?, preference: String?) -> String? {
    if let name, !name.isEmpty { return languages.contains(name) ? name : nil }
    let preferred = preference.flatMap { LanguagePreference($0).best(of: languages) }
    return preferred ?? defaultLanguage
  }
}
