import EventLog
import HTTPTypes
import Testing

@testable import Companion

@Suite struct ArticleTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  private func ids(_ path: String) async throws -> [String] {
    let json = try await site.ask(.get, path).json()
    return (json["articles"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
  }

  @Test func `a view is counted before it is acknowledged`() async throws {
    let answer = try await site.ask(
      .post, "/api/v1/articles/overheating/views",
      body: #"{"lang": "en", "source": "search", "referrer": "https://a.example/x?secret=1"}"#)
    #expect(answer.status == 202)
    #expect(try await site.store.viewCounts(of: ["overheating"]) == ["overheating": 1])
    let report = try await site.store.report(period: .all, limit: 1)
    #expect(report.viewsBySource.map(\.source) == [.search])
  }

  @Test func `a source that nobody knows does not lose the view`() async throws {
    let answer = try await site.ask(
      .post, "/api/v1/articles/overheating/views", body: #"{"source": "page"}"#)
    #expect(answer.status == 202)
    let report = try await site.store.report(period: .all, limit: 1)
    #expect(report.viewsBySource.map(\.source) == [.site])
  }

  @Test func `a view needs no body, and an id may hold a slash`() async throws {
    #expect(try await site.ask(.post, "/api/v1/articles/guide/alerts/views").status == 202)
    #expect(try await site.ask(.post, "/api/v1/articles/guide%2Falerts/views").status == 202)
    #expect(try await site.store.viewCounts(of: ["guide/alerts"]) == ["guide/alerts": 2])
  }

  @Test(
    arguments: zip(
      ["{", "[]", "\"x\"", #"{"lang": 1}"#, #"{"lang": "de"}"#],
      ["valid JSON", "object", "", "'lang' must be a string", "no language 'de'"]))
  func `a body that makes no sense is refused with a reason`(
    body: String, reason: String
  ) async throws {
    let answer = try await site.ask(.post, "/api/v1/articles/overheating/views", body: body)
    #expect(answer.status == 400)
    let detail = try #require(try answer.json()["detail"] as? String)
    #expect(reason.isEmpty || detail.contains(reason))
    #expect(try await site.store.viewCounts(of: ["overheating"]).isEmpty)
  }

  @Test func `a body that is too large is refused`() async throws {
    let answer = try await site.ask(
      .post, "/api/v1/articles/overheating/views", body: String(repeating: " ", count: 70_000))
    #expect(answer.status == 413)
  }

  @Test func `an article that is not there is a problem`() async throws {
    for path in ["/api/v1/articles/none", "/api/v1/articles/a/b/c"] {
      #expect(try await site.ask(.get, path).status == 404)
    }
    let answer = try await site.ask(.post, "/api/v1/articles/none/views")
    #expect(answer.status == 404)
    #expect(try answer.json()["code"] as? String == "article-unknown")
  }

  @Test func `articles are listed by views, ties by id`() async throws {
    try await site.store.append([
      .view(ViewEvent(articleID: "guide/alerts", language: "fr")),
      .view(ViewEvent(articleID: "hidden", language: "fr")),
      .view(ViewEvent(articleID: "hidden", language: "fr")),
    ])
    #expect(
      try await ids("/api/v1/articles?sort=views&lang=fr")
        == ["guide/alerts", "french-only", "overheating"])
    #expect(try await ids("/api/v1/articles?lang=fr&limit=1&offset=1") == ["french-only"])
  }

  @Test func `articles are listed by date and narrowed by filters`() async throws {
    #expect(
      try await ids("/api/v1/articles?sort=updated&lang=fr")
        == ["guide/alerts", "overheating", "french-only"])
    #expect(
      try await ids("/api/v1/articles?lang=fr&category=account,alerts&tag=heat&difficulty=expert")
        == ["overheating"])
    // What is not written in a language is in none of its lists.
    #expect(try await ids("/api/v1/articles?lang=en&tag=heat") == ["overheating"])
    #expect(try await site.ask(.get, "/api/v1/articles?sort=moon").status == 400)
  }

  @Test func `one article is shown with its numbers`() async throws {
    try await site.store.append([.view(ViewEvent(articleID: "overheating", language: "fr"))])
    let json = try await site.ask(.get, "/api/v1/articles/overheating?lang=en").json()
    #expect(json["title"] as? String == "Overheating")
    #expect(json["views"] as? Int == 1)
    #expect(json["languages"] as? [String] == ["en", "fr"])
    let fallback = try await site.ask(.get, "/api/v1/articles/french-only?lang=en").json()
    #expect(fallback["lang"] as? String == "fr")
    #expect(fallback["url"] as? String == "/en/articles/compte/")
  }

  @Test func `the home page shows what is viewed most`() async throws {
    #expect(try await site.ask(.get, "/fr/").text.contains("bâti"))
    let other = try TestSite()
    try await other.store.append([
      .view(ViewEvent(articleID: "overheating", language: "en")),
      .view(ViewEvent(articleID: "hidden", language: "fr")),
      .view(ViewEvent(articleID: "french-only", language: "fr")),
      .view(ViewEvent(articleID: "gone", language: "fr")),
    ])
    let french = try await other.ask(.get, "/fr/").text
    #expect(french.contains("/fr/articles/surchauffe/"))
    #expect(french.contains("/fr/articles/compte/"))
    #expect(!french.contains("bâti"))
    #expect(!french.contains("/fr/articles/cache/"))
    let english = try await other.ask(.get, "/en/").text
    #expect(english.contains("/en/articles/overheating/"))
    #expect(!english.contains("compte"))
  }
}
