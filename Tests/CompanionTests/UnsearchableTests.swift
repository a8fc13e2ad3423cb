import BuiltSite
import EventLog
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Companion

@Suite struct UnsearchableTests {
  let folder: TemporaryFolder
  let store: SQLiteEventStore

  init() throws {
    folder = try TemporaryFolder()
    try TestSite.write(to: folder, key: "1")
    store = try SQLiteEventStore(path: folder.path + "/balise.sqlite")
  }

  private func serve(damaging names: [String]) throws -> TestSite {
    for name in names {
      let path = folder.path + "/site/search/" + name
      if name.hasSuffix(".json") {
        try FileManager.default.removeItem(atPath: path)
      } else {
        try folder.write("damaged", to: "site/search/" + name)
      }
    }
    return try TestSite(folder: folder, store: store)
  }

  private let both = ["fr.json", "en.core.idx"]

  @Test func `without an index the pages are served, and search says so`() async throws {
    let site = try serve(damaging: both)
    #expect(try await site.ask(.get, "/fr/articles/surchauffe/").status == 200)
    #expect(try await site.ask(.get, "/fr/").status == 200)
    for path in ["/api/v1/search?q=batterie&lang=fr", "/api/v1/suggest?q=batt&lang=en"] {
      let answer = try await site.ask(.get, path)
      #expect(answer.status == 503)
      #expect(answer.headers[.contentType] == "application/problem+json")
      #expect(answer.headers[.retryAfter] != nil)
      let problem = try answer.json()
      #expect(problem["code"] as? String == "search-unavailable")
      #expect((problem["detail"] as? String)?.contains("balise build") == true)
    }
    let related = try await site.ask(.post, "/api/v1/related", body: #"{"text": "batterie"}"#)
    #expect(related.status == 503)
    let ready = try await site.ask(.get, "/readyz")
    #expect(ready.status == 503)
    #expect((try ready.json()["search"] as? String)?.contains("en, fr") == true)
    #expect(try await site.ask(.get, "/healthz").status == 200)
    await store.flush()
    #expect(try await store.report(period: .all, limit: 1).totals.searches == 0)
  }

  @Test func `the search page says it in words`() async throws {
    let site = try serve(damaging: both)
    let page = try await site.ask(.get, "/fr/search/?q=%3Cb%3E")
    #expect(page.status == 503)
    #expect(page.headers[.contentType] == "text/html; charset=utf-8")
    #expect(page.text.contains("La recherche est indisponible"))
    #expect(page.text.contains("/fr/articles/"))
    #expect(!page.text.contains("<b>"))
    #expect(try await site.ask(.get, "/en/search/?q=a").text.contains("Search is unavailable"))
  }

  @Test func `the languages that have their index are searched`() async throws {
    let site = try serve(damaging: ["en.postings.idx"])
    #expect(try await site.ask(.get, "/api/v1/search?q=batterie&lang=fr").status == 200)
    #expect(try await site.ask(.get, "/api/v1/search?q=battery&lang=en").status == 503)
    let related = try await site.ask(
      .post, "/api/v1/related", body: #"{"text": "un contacteur collé", "lang": "en"}"#)
    #expect(related.status == 200)
    #expect(related.text.contains("/en/articles/overheating/"))
  }

  @Test func `once the index is there search is back, without a restart`() async throws {
    let site = try serve(damaging: both)
    #expect(try await site.ask(.get, "/api/v1/search?q=batterie&lang=fr").status == 503)
    // The build is the same, so its report is, too.
    try TestSite.write(to: folder, key: "1")
    site.server.watcher.check()
    #expect(try await site.ask(.get, "/api/v1/search?q=batterie&lang=fr").status == 200)
    #expect(try await site.ask(.get, "/readyz").status == 200)
  }

  @Test func `a site that is searched is not given up for one that is not`() async throws {
    let site = try TestSite(folder: folder, store: store)
    try FileManager.default.removeItem(atPath: folder.path + "/site")
    try TestSite.write(to: folder, key: "2")
    try FileManager.default.removeItem(atPath: folder.path + "/site/search/fr.json")
    site.server.watcher.check()
    #expect(site.server.snapshot.report.key == "1")
    #expect(try await site.ask(.get, "/api/v1/search?q=batterie&lang=fr").status == 200)
  }
}
