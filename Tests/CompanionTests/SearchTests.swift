import EventLog
import Foundation
import HTTPTypes
import Testing

@testable import Companion

@Suite struct SearchTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  @Test func `a search finds articles, with every field the contract has`() async throws {
    try await site.store.append([.view(ViewEvent(articleID: "overheating", language: "fr"))])
    await site.refresh()
    let answer = try await site.ask(.get, "/api/v1/search?q=surchauffe&lang=fr")
    #expect(answer.status == 200)
    #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
    let json = try answer.json()
    #expect(json["query"] as? String == "surchauffe")
    #expect(json["lang"] as? String == "fr")
    #expect(json["total"] as? Int == 1)
    #expect(json["took_us"] is Int)
    #expect(json.keys.contains("suggestion"))
    let facets = try #require(json["facets"] as? [String: Any])
    #expect(facets.keys.sorted() == ["category", "difficulty", "tag"])
    let hits = try #require(json["hits"] as? [[String: Any]])
    let hit = try #require(hits.first)
    #expect(hit["id"] as? String == "overheating")
    #expect(hit["url"] as? String == "/fr/articles/surchauffe/")
    #expect(hit["views"] as? Int == 1)
    #expect(hit["rating"] is NSNull)
    #expect(hit["tags"] as? [String] == ["heat"])
    #expect(hit["score"] is Double)
  }

  @Test func `a snippet is escaped`() async throws {
    let answer = try await site.ask(.get, "/api/v1/search?q=batterie&lang=fr")
    #expect(!answer.text.contains("<script"))
    #expect(answer.text.contains("&lt;"))
  }

  @Test func `filters and pages narrow a search`() async throws {
    let all = try await site.ask(.get, "/api/v1/search?q=batterie&lang=fr").json()
    #expect(all["total"] as? Int == 3)
    let alerts = try await site.ask(.get, "/api/v1/search?q=batterie&lang=fr&category=alerts")
    #expect(try alerts.json()["total"] as? Int == 2)
    let page = try await site.ask(.get, "/api/v1/search?q=batterie&lang=fr&limit=2&offset=2").json()
    #expect(page["total"] as? Int == 3)
    #expect((page["hits"] as? [Any])?.count == 1)
  }

  @Test func `the language is the reader's unless it is named`() async throws {
    let answer = try await site.ask(
      .get, "/api/v1/search?q=overheating", headers: [.acceptLanguage: "en"])
    #expect(try answer.json()["lang"] as? String == "en")
    let fallback = try await site.ask(.get, "/api/v1/search?q=a")
    #expect(try fallback.json()["lang"] as? String == "fr")
  }

  @Test(
    arguments: [
      "lang=de", "limit=0", "limit=51", "limit=x", "offset=-1", "offset=1e3", "lang=../fr",
    ])
  func `a parameter that makes no sense is refused with a reason`(parameter: String) async throws {
    let answer = try await site.ask(.get, "/api/v1/search?q=a&" + parameter)
    #expect(answer.status == 400)
    #expect(answer.headers[.contentType] == "application/problem+json")
    let problem = try answer.json()
    #expect(problem["status"] as? Int == 400)
    #expect((problem["detail"] as? String)?.isEmpty == false)
  }

  @Test(
    arguments: [
      "", "%00%01", "%F0%9F%94%8B", "%22%22%22", "-", "%27%3B--", "%ff%fe", "+++", "*",
    ])
  func `nothing that anyone types is an error`(query: String) async throws {
    #expect(try await site.ask(.get, "/api/v1/search?lang=fr&q=" + query).status == 200)
    #expect(try await site.ask(.get, "/fr/search/?q=" + query).status == 200)
  }

  @Test func `a very long query is cut`() async throws {
    let query = String(repeating: "batterie%C3%A9", count: 200)
    let answer = try await site.ask(.get, "/api/v1/search?lang=fr&q=" + query)
    #expect(answer.status == 200)
    let echoed = try #require(try answer.json()["query"] as? String)
    #expect(echoed.utf8.count <= 1_000)
    #expect(echoed.hasPrefix("batterieébatterieé"))
  }

  @Test func `searches are remembered with their filters and hits`() async throws {
    _ = try await site.ask(.get, "/api/v1/search?q=Batterie&lang=fr&category=alerts")
    _ = try await site.ask(.get, "/fr/search/?q=n%C3%A9ant")
    // The next page of a search is the same search.
    _ = try await site.ask(.get, "/api/v1/search?q=batterie&lang=fr&offset=2")
    await site.store.flush()
    let report = try await site.store.report(period: .all, limit: 5)
    #expect(
      report.topQueries == [
        QueryCount(query: "batterie", language: "fr", count: 1, emptyCount: 0),
        QueryCount(query: "néant", language: "fr", count: 1, emptyCount: 1),
      ])
  }

  @Test func `the search page answers without a script`() async throws {
    let answer = try await site.ask(.get, "/fr/search/?q=surchauffe")
    #expect(answer.status == 200)
    #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    #expect(answer.text.contains("/fr/articles/surchauffe/"))
    #expect(answer.text.contains("surchauffe\""))
    #expect(!answer.text.contains(">static<"))
  }

  @Test func `the search page has the site's words and the filters chosen`() async throws {
    let answer = try await site.ask(.get, "/fr/search/?q=surchauffe&category=alerts")
    #expect(answer.text.contains("Les alertes"))
    #expect(!answer.text.contains("<form></form>"))
    // English says nothing of itself: keys stand for labels, and the form is as it was built.
    let english = try await site.ask(.get, "/en/search/?q=overheating")
    #expect(english.text.contains("/en/articles/overheating/"))
    #expect(english.text.contains("<form></form>"))
  }

  @Test func `filters say how many articles they leave, without a script too`() async throws {
    let answer = try await site.ask(.get, "/fr/search/?q=surchauffe")
    #expect(answer.text.contains(/data-label="[^"]*Les alertes">[^<]*Les alertes \([1-9]\)</))
    // What leaves nothing cannot be chosen, unless it is.
    let none = try await site.ask(.get, "/fr/search/?q=introuvable")
    #expect(none.text.contains(/disabled data-label="[^"]*Les alertes">[^<]*Les alertes \(0\)</))
    let chosen = try await site.ask(.get, "/fr/search/?q=introuvable&category=alerts")
    #expect(!chosen.text.contains(/disabled data-label="[^"]*Les alertes"/))
  }

  @Test func `the search page escapes what was typed`() async throws {
    let answer = try await site.ask(.get, "/fr/search/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    #expect(!answer.text.contains("<script>alert"))
    #expect(!answer.text.contains("\"><script"))
  }

  @Test func `the search page without a query is the page that was built`() async throws {
    let answer = try await site.ask(.get, "/fr/search/")
    #expect(answer.text.contains("static"))
    #expect(try await site.ask(.get, "/fr/search").headers[.location] == "/fr/search/")
  }

  @Test func `the search page leads to the next results and back`() async throws {
    let first = try await site.ask(.get, "/fr/search/?q=batterie&limit=2&x=%22%3E")
    #expect(first.text.contains("offset=2"))
    #expect(!first.text.contains("x=\">"))
  }
}
