import BuiltSite
import EventLog
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Rendering
import Search
import TestSupport

@testable import Companion

/// A small built site in a folder of its own, and a server over it that answers in memory.
final class TestSite: Sendable {
  let folder: TemporaryFolder
  let store: SQLiteEventStore
  let server: CompanionServer

  /// The articles: two in both languages, one in French alone, one that only its link finds.
  static let articles = """
    [
      {"id": "overheating", "category": "alerts", "difficulty": "expert", "tags": ["heat"],
       "versions": {
        "fr": {"title": "Surchauffe batterie", "description": "Que faire.",
               "url": "/fr/articles/surchauffe/", "updated": "2026-01-10"},
        "en": {"title": "Overheating", "description": "What to do.",
               "url": "/en/articles/overheating/", "updated": "2026-01-11"}}},
      {"id": "guide/alerts", "category": "alerts", "difficulty": "basic", "tags": [],
       "versions": {
        "fr": {"title": "Alertes", "url": "/fr/articles/alertes/", "updated": "2026-02-01"},
        "en": {"title": "Alerts <b>", "url": "/en/articles/alerts/", "updated": "2026-02-01"}}},
      {"id": "french-only", "category": "account", "difficulty": null, "tags": ["heat"],
       "versions": {
        "fr": {"title": "Compte", "url": "/fr/articles/compte/", "updated": null},
        "en": {"title": "Compte", "url": "/en/articles/compte/", "fallback": "fr"}}},
      {"id": "hidden", "unlisted": true, "category": "account",
       "versions": {"fr": {"title": "Caché", "url": "/fr/articles/cache/"}}}
    ]
    """

  /// What the site says of itself in French; nothing in English.
  static let description = """
    {"languages": {"fr": {
      "contact": "https://example.com/contact",
      "search": {"action": "/fr/search/", "module": "/assets/search.0123456789.js",
        "categories": [{"key": "alerts", "icon": "🔔", "label": "Les alertes"}],
        "difficulties": [{"key": "expert", "icon": "🔴", "label": "Pour experts"}],
        "tags": [{"key": "heat", "label": "chaleur"}]}}}}
    """

  init(
    baseURL: String? = "https://help.example/", extra: [String: String] = [:],
    siteURL: String = ""
  ) throws {
    folder = try TemporaryFolder()
    try Self.write(to: folder, key: "1", extra: extra, siteURL: siteURL)
    store = try SQLiteEventStore(path: folder.path + "/data/balise.sqlite")
    server = try CompanionServer(
      Self.configuration(folder, store: store, baseURL: baseURL))
  }

  /// Serves a site that was written before.
  init(
    folder: TemporaryFolder, store: SQLiteEventStore, _ configuration: CompanionConfiguration? = nil
  ) throws {
    self.folder = folder
    self.store = store
    server = try CompanionServer(configuration ?? Self.configuration(folder, store: store))
  }

  static func configuration(
    _ folder: TemporaryFolder, store: SQLiteEventStore, baseURL: String? = nil
  ) -> CompanionConfiguration {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    var configuration = CompanionConfiguration(
      port: 0, siteFolder: folder.path + "/site", templates: TemplateLibrary.load().0,
      store: store, baseURL: baseURL, logger: logger)
    configuration.trustedProxies = [proxy]
    return configuration
  }

  /// Writes a whole site; what differs by `key` makes it another build.
  static func write(
    to folder: TemporaryFolder, key: String, extra: [String: String] = [:],
    siteURL: String = ""
  ) throws {
    var files = [
      "index.html": "<p>choose</p>",
      "404.html": "<p>nowhere</p>",
      "fr/404.html": "<p>nulle part</p>",
      "en/404.html": "<p>no such page</p>",
      "fr/index.html": "<h1>Aide</h1><!--balise:popular-->bâti<!--/balise:popular-->",
      "en/index.html": "<h1>Help</h1><!--balise:popular-->built<!--/balise:popular-->",
      "fr/articles/surchauffe/index.html": "<h1>Surchauffe</h1>" + filler,
      "en/articles/overheating/index.html": "<h1>Overheating \(key)</h1>",
      "assets/theme.0123456789.css": String(repeating: "a { color: red }\n", count: 200),
      "assets/digits.txt": "0123456789",
      "redirects.json": #"{"/fr/ancien/": "/fr/articles/surchauffe/"}"#,
      "articles.json": articles,
      "site.json": description,
    ]
    for language in ["fr", "en"] {
      files["\(language)/search/index.html"] =
        "<!--balise:query--><form></form><!--/balise:query-->"
        + "<!--balise:results-->static<!--/balise:results-->"
    }
    files.merge(extra) { $1 }
    for (name, text) in files { try folder.write(text, to: "site/" + name) }
    for language in ["fr", "en"] { try writeIndex(to: folder, language) }
    let report = BuildReport(
      generator: "test", key: key, baseURL: siteURL, languages: ["fr", "en"], articles: 4, files: 9,
      bytes: 9, updated: "2026-02-01", warnings: 0, search: [])
    try folder.write(try report.encoded(), to: "site/build-report.json")
  }

  /// Text that is long enough to be compressed.
  static let filler = String(repeating: "<p>La batterie chauffe : éloignez-vous.</p>\n", count: 60)

  /// Sections that can be linked to, by article and language.
  private static let sections = [
    "overheating.fr": Section(
      heading: "Causes", anchor: "causes",
      text: Array("Un contacteur collé entretient la chauffe.".utf8)),
    "overheating.en": Section(
      heading: "Reasons", anchor: "reasons", text: Array("A contactor that got stuck.".utf8)),
    "french-only.fr": Section(
      heading: "Fermer", anchor: "fermer",
      text: Array("La clôture efface les mesures. Le contacteur reste fermé.".utf8)),
  ]

  private static func writeIndex(to folder: TemporaryFolder, _ language: String) throws {
    let list = try JSONDecoder().decode([ListedArticle].self, from: Data(articles.utf8))
    var segment = IndexSegment(language: Language(code: language))
    for article in list where article.unlisted != true {
      guard let version = article.translation(in: language) else { continue }
      segment.add(
        Document(
          id: article.id, url: version.url, title: version.title,
          category: article.category ?? "", difficulty: article.difficulty ?? "",
          tags: article.tags ?? [],
          sections: [
            Section(
              text: Array("\(version.title) batterie battery <script>alert(1)</script>".utf8)),
            sections[article.id + "." + language],
          ].compactMap { $0 }, updated: 20_000))
    }
    var builder = IndexBuilder(language: Language(code: language))
    builder.append(segment)
    var pieces: [IndexManifest.Piece] = []
    for piece in builder.build() {
      let name = "\(language).\(piece.role).idx"
      try folder.write(piece.bytes, to: "site/search/" + name)
      pieces.append(IndexManifest.Piece(role: piece.role, file: name, bytes: piece.bytes.count))
    }
    let manifest = IndexManifest(language: language, documents: 3, pieces: pieces)
    try folder.write(try manifest.encoded(), to: "site/search/\(language).json")
  }

  /// The address of the proxy that is trusted.
  static let proxy = "127.0.0.1"

  /// Asks the server, without a socket: from an address that is not known, unless a test says from which
  /// one, or the request that a proxy passes it on.
  func ask(
    _ method: HTTPRequest.Method = .get, _ path: String, headers: HTTPFields = [:],
    body: String = "", from peer: String? = nil
  ) async throws -> Answer {
    let isPassedOn = HTTPField.Name.forwardedFor.map { headers[$0] != nil } == true
    let peer = try (peer ?? (isPassedOn ? Self.proxy : nil)).map {
      try SocketAddress(ipAddress: $0, port: 1)
    }
    var headers = headers
    if headers[.userAgent] == nil { headers[.userAgent] = "Mozilla/5.0" }
    if headers[.accept] == nil { headers[.accept] = "text/html,*/*" }
    let request = Request(
      head: HTTPRequest(
        method: method, scheme: "http", authority: "help.local", path: path, headerFields: headers),
      body: RequestBody(buffer: ByteBuffer(string: body)))
    return try await Answer(await server.responder.response(to: request, from: peer))
  }

  /// Reads the event log as the server does every minute.
  func refresh() async {
    await store.flush()
    await server.signals.refresh()
  }

  /// A new agent's token.
  func agentToken(_ name: String = "Zoé") async throws -> String {
    try await AgentTokens.add(name, to: store)
  }
}
