import HTTPTypes
import Hummingbird
import Search

/// `POST /api/v1/related`: the articles that answer a conversation or a ticket.
///
/// It is no search: neither that it was asked nor its text is logged or kept.
struct RelatedController: Sendable {
  let search: SearchService
  /// A long conversation; what is longer is refused.
  static let mostBytes = 256 * 1024

  var routes: [Route] {
    [Route(.post, "/api/v1/related", SearchOperations.related, respond)]
  }

  private struct Body: CallBody {
    enum CodingKeys: CodingKey, CaseIterable { case text, lang, level, plan, limit }

    var text: String
    var lang: String?
    var level: String?
    var plan: String?
    var limit: WholeNumber?
  }

  private func respond(_ call: Call) async throws -> Response {
    let body = try await call.body(
      Body.self, limit: Self.mostBytes, hint: "send the last part of the conversation")
    let language = try call.language(named: body.lang)
    let limit = body.limit?.value ?? 5
    guard (1...20).contains(limit) else {
      throw ProblemDetails.parameter("limit", "must be a whole number from 1 to 20")
    }
    guard !call.site.searchers.isEmpty else { throw ProblemDetails.searchUnavailable(language) }
    let seesInternal = await search.log.reader(call).seesInternal
    let level =
      body.level.flatMap { $0.isEmpty ? nil : $0 }
      ?? call.site.description.level(ofPlan: body.plan)
    let (found, microseconds) = SearchService.timed {
      related(body.text, level: level, limit: limit, language, seesInternal: seesInternal, call)
    }
    return .json(
      .fields([
        "lang": .string(language), "took_us": .integer(microseconds),
        "hits": .array(found.map { json($0, language, call.site) }),
      ]))
  }

  /// The best hits of all languages, one an article, best first.
  private func related(
    _ text: String, level: String?, limit: Int, _ language: String, seesInternal: Bool, _ call: Call
  ) -> [RelatedArticle] {
    let signals = search.signals(call)
    // An article that is first in one language may be further behind in the reader's.
    let looked = limit * 2
    var articles: [String: RelatedArticle] = [:]
    func add(_ searcher: Searcher, _ searched: String, _ popularity: Popularity?) {
      let request = RelatedRequest(
        text: text, level: level, limit: looked, popularity: popularity)
      for hit in searcher.related(request) {
        articles[hit.hit.id, default: RelatedArticle(id: hit.hit.id)].add(hit, in: searched)
      }
    }
    for (searched, searcher) in call.site.searchers {
      add(searcher, searched, signals.popularity[searched])
    }
    if seesInternal, let agents = call.site.agents {
      for (searched, searcher) in agents.searchers { add(searcher, searched, nil) }
    }
    return Array(articles.values.sorted { $0.precedes($1) }.prefix(limit))
  }

  private func json(
    _ article: RelatedArticle, _ language: String, _ site: SiteSnapshot
  ) -> JSONValue {
    let listed = site.articleForAgents(id: article.id)
    let signals = search.services.signals.signals(for: site)
    let (searched, best) = article.best(for: language)
    let hit = best.hit
    var fields: (lang: String, title: String, url: String) = (searched, hit.title, hit.url)
    // The words were found in another language, but the reader has the article in their own.
    let translation = searched == language ? nil : listed?.translation(in: language)
    if let translation { fields = (language, translation.title, translation.url) }
    let sentence = translation.map { Snippet(text: $0.description ?? "") } ?? hit.snippet
    return .fields([
      "id": .string(article.id), "lang": .string(fields.lang), "title": .string(fields.title),
      "url": .string(fields.url), "anchor": .optional(translation == nil ? hit.anchor : nil),
      "category": .string(hit.category),
      "difficulty": .optional(hit.difficulty.isEmpty ? nil : hit.difficulty),
      "score": .float(article.score), "sentence": .string(sentence.html()),
      "words": .array(best.words.map { .string($0) }),
      "views": .integer(signals.views(of: article.id)),
      "rating": .optional(number: signals.rating(of: article.id)),
      "updated": .optional(translation?.updated ?? SearchService.date(of: hit)),
      "stale_since": .optional(listed?.translation(in: fields.lang)?.staleSince),
      "visibility": .string(listed?.isForAgents == true ? "agents" : "public"),
    ])
  }
}
