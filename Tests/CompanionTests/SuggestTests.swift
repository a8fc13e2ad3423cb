import EventLog
import HTTPTypes
import Testing

@testable import Companion

@Suite struct SuggestTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  private func suggestions(_ query: String) async throws -> [[String: Any]] {
    let answer = try await site.ask(.get, "/api/v1/suggest?" + query)
    #expect(answer.status == 200)
    return try #require(try answer.json()["suggestions"] as? [[String: Any]])
  }

  @Test func `articles and sections complete what is typed`() async throws {
    let articles = try await suggestions("lang=fr&q=surch")
    #expect(articles.first?["id"] as? String == "overheating")
    #expect(articles.first?["html"] as? String == "<mark>Surchauffe</mark> batterie")
    let sections = try await suggestions("lang=fr&q=cause")
    let section = try #require(sections.first { $0["kind"] as? String == "section" })
    #expect(section["anchor"] as? String == "causes")
    #expect(section["url"] as? String == "/fr/articles/surchauffe/")
  }

  @Test func `a title is escaped`() async throws {
    let answer = try await site.ask(.get, "/api/v1/suggest?lang=en&q=alerts")
    #expect(
      answer.text.contains("<mark>Alerts</mark> &lt;<mark>b</mark>&gt;")
        || answer.text.contains("<mark>Alerts</mark> &lt;b&gt;"))
  }

  @Test func `a language that is typed is completed`() async throws {
    let found = try await suggestions("lang=fr&q=lang:en%20overh")
    #expect(found.first?["url"] as? String == "/en/articles/overheating/")
  }

  @Test(arguments: ["", "q=", "q=%22", "q=%F0%9F%94%8B", "q=%ff"])
  func `nothing that anyone types is an error`(query: String) async throws {
    #expect(try await suggestions(query).isEmpty)
  }

  @Test(
    arguments: zip(
      ["limit=0", "limit=21", "limit=x", "lang=de"], ["limit", "limit", "limit", "lang"]))
  func `a wrong value is refused by its name`(parameter: String, name: String) async throws {
    let answer = try await site.ask(.get, "/api/v1/suggest?q=a&" + parameter)
    #expect(answer.status == 400)
    #expect(answer.headers[.contentType] == "application/problem+json")
    #expect((try answer.json()["detail"] as? String)?.contains("'\(name)'") == true)
  }

  @Test func `suggestions are kept, and are no searches`() async throws {
    for _ in 0..<2 { _ = try await suggestions("lang=fr&q=surch") }
    #expect(site.server.signals.signals(for: site.server.snapshot).answers.load.answers == 1)
    await site.store.flush()
    #expect(try await site.store.report(period: .all, limit: 5).totals.searches == 0)
  }
}
