import Content
import Foundation

/// What pages that the server renders say about the site, from `site.json`: by language, the search
/// form with nothing chosen, and where people can be asked; and what the server alone is told, from
/// `server.json` beside the site.
///
/// ```json
/// {"languages": {"fr": {
///   "title": "Centre d'aide",
///   "contact": "https://example.com/contact",
///   "search": {"action": "/fr/search/", "module": "/assets/search.3f2a9c01d4.js",
///     "categories": [{"key": "alerts", "label": "Alertes", "icon": "🔔"}],
///     "difficulties": [{"key": "basic", "label": "Débutant", "icon": "🟢"}],
///     "tags": [{"key": "heat", "label": "chaleur"}]}}},
///  "origins": ["https://app.example.com"]}
/// ```
struct SiteDescription: Sendable, Hashable, Decodable {
  /// A value of a filter.
  struct Choice: Sendable, Hashable, Decodable {
    /// The key, as addresses have it.
    var key: String
    /// What readers see.
    var label: String
    /// The icon before the label.
    var icon: String?
  }

  /// The search form of a language.
  struct SearchForm: Sendable, Hashable, Decodable {
    /// The address of the search page.
    var action: String
    /// The address of the script that searches in place.
    var module: String?
    var categories: [Choice]
    var difficulties: [Choice]
    var tags: [Choice]
  }

  /// What is said in one language.
  struct Words: Sendable, Hashable, Decodable {
    /// The site's title.
    var title: String?
    /// Where a person can be asked.
    var contact: String?
    /// The search form with nothing chosen.
    var search: SearchForm?
  }

  /// How long what readers do is kept, and who is not a reader.
  struct Privacy: Sendable, Hashable, Decodable {
    /// For how many days single events and what people wrote are kept.
    var retentionDays: Int?
    /// Queries that fewer people asked are not listed.
    var rareQueries: Int?
  }

  /// How messages leave: who sends mails, and what variables of the environment hold secrets.
  struct Sharing: Sendable, Hashable, Decodable {
    /// Mails.
    struct Mail: Sendable, Hashable, Decodable {
      var from: String
      var smtp: String?
      var replyTo: String?
    }

    /// Messages to a chat.
    struct Chat: Sendable, Hashable, Decodable {
      var format: String
      var webhook: String?
      var secret: String?
    }

    var mail: Mail?
    var chat: Chat?
  }

  /// How messages leave; nil for a site that says nothing of it.
  var sharing: Sharing?
  /// The words by language.
  var languages: [String: Words] = [:]
  /// The origins whose pages may carry the widget; nil for none.
  var origins: [String]?
  /// What the site says of the agents' desk.
  var desk: DeskDescription?
  /// How long what readers do is kept.
  var privacy: Privacy?

  /// The origins of help-desk software that may speak to the desk.
  var deskOrigins: [String] { desk?.origins ?? [] }
  /// How long agents stay signed in, and how often they may try to.
  var deskLimits: DeskLimits { DeskLimits(desk) }
  /// The networks in which the operator's own people work.
  var networks: [NetworkRange] { desk?.networks?.compactMap { NetworkRange($0) } ?? [] }
  /// For how many days single events are kept.
  var retentionDays: Int { max(1, privacy?.retentionDays ?? 400) }
  /// How many people must have asked a query for reports to list it.
  var leastPeople: Int { max(0, privacy?.rareQueries ?? 2) }

  /// The level that suits a customer's plan, whatever its case; nil for one that nobody knows.
  func level(ofPlan plan: String?) -> String? {
    guard let plan = plan?.lowercased() else { return nil }
    return desk?.plans?.first { $0.key.lowercased() == plan }?.value
  }

  /// A site that says nothing: keys stand for labels.
  init() {}

  /// Reads the file.
  init(_ bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(SiteDescription.self, from: Data(bytes))
  }

  /// What the server alone is told.
  private struct Server: Decodable {
    var sharing: Sharing?
    var desk: DeskDescription?
  }

  /// Takes what the server alone is told of the site.
  mutating func add(server bytes: [UInt8]) throws {
    let server = try JSONDecoder().decode(Server.self, from: Data(bytes))
    sharing = server.sharing
    desk = server.desk
  }

  /// The search form of a language.
  func searchForm(in language: String) -> SearchForm? { languages[language]?.search }
}

extension [SiteDescription.Choice]? {
  /// The label of a key; the key itself if it has none.
  func label(of key: String) -> String {
    self?.first { $0.key == key }?.label ?? key
  }

  /// The icon of a key; empty if it has none.
  func icon(of key: String) -> String {
    self?.first { $0.key == key }?.icon ?? ""
  }
}
