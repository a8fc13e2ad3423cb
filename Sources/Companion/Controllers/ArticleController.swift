import EventLog
import Hummingbird

/// Articles with their numbers.
struct ArticleController: Sendable {
  let services: CompanionServices
  let log: ReaderLog

  var routes: [Route] {
    [
      Route(.get, "/api/v1/articles", ReaderOperations.listArticles, list),
      Route(.get, "/api/v1/articles/{id}", ReaderOperations.showArticle, show),
    ]
  }

  private func list(_ call: Call) async throws -> Response {
    let language = try call.language()
    let limit = try call.integer("limit", default: 10, in: 1...100)
    let offset = try call.integer("offset", default: 0, in: 0...100_000)
    let order = try call.choice("sort", of: ["views", "updated", "rating"]) ?? "views"
    let filters = [
      (call.query.values("category"), \Entry.categories),
      (call.query.values("difficulty"), \Entry.difficulties),
      (call.query.values("tag"), \Entry.tags),
    ]
    let signals = services.signals.signals(for: call.site)
    let counts = try await services.ask {
      try await $0.mostViewed(language: nil, period: .all, limit: .max)
    }
    let views = Dictionary(
      counts.map { ($0.articleID, $0.count) }, uniquingKeysWith: { first, _ in first })
    var entries = call.site.articles.compactMap { article in
      Entry(
        article, language, views: views[article.id] ?? 0, rating: signals.rating(of: article.id))
    }
    for (wanted, path) in filters where !wanted.isEmpty {
      entries.removeAll { entry in !entry[keyPath: path].contains(where: wanted.contains) }
    }
    entries.sort { first, second in
      switch order {
      case "updated": first.isNewer(than: second)
      case "rating": first.isRatedHigher(than: second)
      default: first.isViewedMore(than: second)
      }
    }
    let page = entries.dropFirst(offset).prefix(limit)
    return .json(
      .fields([
        "lang": .string(language), "total": .integer(entries.count), "offset": .integer(offset),
        "articles": .array(page.map(\.json)),
      ]))
  }

  private func show(_ call: Call) async throws -> Response {
    let article = try call.article(for: await log.reader(call))
    let language = try call.language()
    guard let (_, version) = article.version(for: language, else: call.site.languages) else {
      throw ProblemDetails.notFound("article-unknown", "there is no article '\(article.id)'")
    }
    let views = try await services.ask { try await $0.viewCounts(of: [article.id]) }
    let entry = Entry(
      article: article, language: version.fallback ?? language, version: version,
      views: views[article.id] ?? 0,
      rating: services.signals.signals(for: call.site).rating(of: article.id))
    return .json(entry.json)
  }
}

extension ArticleController {
  /// An article in one language, with its numbers.
  struct Entry {
    let article: ListedArticle
    let language: String
    let version: ListedArticle.Version
    let views: Int
    let rating: Double?

    init(
      article: ListedArticle, language: String, version: ListedArticle.Version, views: Int,
      rating: Double?
    ) {
      self.article = article
      self.language = language
      self.version = version
      self.views = views
      self.rating = rating
    }

    /// An entry of a list; nil for an article that no list of this language has.
    init?(_ article: ListedArticle, _ language: String, views: Int, rating: Double?) {
      guard article.unlisted != true, let version = article.translation(in: language) else {
        return nil
      }
      self.init(
        article: article, language: language, version: version, views: views, rating: rating)
    }

    var categories: [String] { article.category.map { [$0] } ?? [] }
    var difficulties: [String] { article.difficulty.map { [$0] } ?? [] }
    var tags: [String] { article.tags ?? [] }

    func isViewedMore(than other: Entry) -> Bool {
      (other.views, article.id) < (views, other.article.id)
    }

    /// Articles without a rating come last; among equals views decide.
    func isRatedHigher(than other: Entry) -> Bool {
      guard rating == other.rating else { return rating ?? 0 > other.rating ?? 0 }
      return isViewedMore(than: other)
    }

    func isNewer(than other: Entry) -> Bool {
      (other.version.updated ?? "", article.id) < (version.updated ?? "", other.article.id)
    }

    var json: JSONValue {
      .fields([
        "id": .string(article.id), "lang": .string(language), "title": .string(version.title),
        "description": .optional(version.description), "url": .string(version.url),
        "category": .optional(article.category), "difficulty": .optional(article.difficulty),
        "tags": .array(tags.map { .string($0) }), "updated": .optional(version.updated),
        "views": .integer(views), "rating": .optional(number: rating),
        "stale_since": .optional(version.staleSince),
        "visibility": .string(article.isForAgents == true ? "agents" : "public"),
        "languages": .array(
          article.versions.keys.filter { article.translation(in: $0) != nil }.sorted()
            .map { .string($0) }),
      ])
    }
  }
}
