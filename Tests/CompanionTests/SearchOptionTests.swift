import EventLog
import Foundation
import HTTPTypes
import Testing

@testable import Companion

@Suite struct SearchOptionTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  private func search(_ query: String) async throws -> [String: Any] {
    let answer = try await site.ask(.get, "/api/v1/search?lang=fr&" + query)
    #expect(answer.status == 200)
    return try answer.json()
  }

  private func hits(_ json: [String: Any]) -> [[String: Any]] {
    json["hits"] as? [[String: Any]] ?? []
  }

  private func ids(_ json: [String: Any]) -> [String] {
    hits(json).compactMap { $0["id"] as? String }
  }

  @Test func `an explanation adds up to the score`() async throws {
    func check(_ part: [String: Any]) throws -> Double {
      let value = try #require(part["value"] as? Double)
      let children = try #require(part["children"] as? [[String: Any]])
      if !children.isEmpty {
        let sum = try children.reduce(0) { $0 + (try check($1)) }
        #expect(abs(sum - value) < 0.001)
      }
      #expect((part["label"] as? String)?.isEmpty == false)
      return value
    }
    let found = hits(try await search("q=surchauffe%20batterie%20contacteur&explain=1"))
    #expect(!found.isEmpty)
    for hit in found {
      let explanation = try #require(hit["explanation"] as? [String: Any])
      #expect(try check(explanation) == hit["score"] as? Double)
    }
    #expect(hits(try await search("q=surchauffe")).allSatisfy { $0["explanation"] == nil })
  }

  @Test func `groups hold the hits by category, the best one's first`() async throws {
    let json = try await search("q=batterie&group=category")
    let groups = try #require(json["groups"] as? [[String: Any]])
    #expect(groups.first?["key"] as? String == hits(json).first?["category"] as? String)
    let alerts = try #require(groups.first { $0["key"] as? String == "alerts" })
    #expect(alerts["label"] as? String == "Les alertes")
    #expect(alerts["icon"] as? String == "🔔")
    let grouped = groups.flatMap { $0["hits"] as? [[String: Any]] ?? [] }
    #expect(Set(grouped.compactMap { $0["id"] as? String }) == Set(ids(json)))
    #expect(groups.compactMap { $0["total"] as? Int }.reduce(0, +) == json["total"] as? Int)
    #expect(try await search("q=batterie")["groups"] == nil)
  }

  @Test(arguments: ["", "&category=alerts", "&category=alerts,account&tag=heat", "&offset=1"])
  func `the totals of groups add up on every page`(filters: String) async throws {
    let json = try await search("q=batterie&group=category&limit=1" + filters)
    let groups = try #require(json["groups"] as? [[String: Any]])
    #expect(groups.compactMap { $0["total"] as? Int }.reduce(0, +) == json["total"] as? Int)
    #expect(groups.allSatisfy { ($0["hits"] as? [Any])?.count ?? 9 <= 1 })
  }

  @Test func `pages, filters and facets add up`() async throws {
    let whole = try await search("q=batterie")
    let total = try #require(whole["total"] as? Int)
    var paged: [String] = []
    for offset in 0..<total {
      let page = try await search("q=batterie&limit=1&offset=\(offset)")
      #expect(page["total"] as? Int == total)
      paged += ids(page)
    }
    #expect(paged == ids(whole))
    #expect(ids(try await search("q=batterie&offset=\(total)")).isEmpty)
    let facets = try #require(whole["facets"] as? [String: [[String: Any]]])
    for (kind, entries) in facets {
      for entry in entries {
        let key = try #require(entry["key"] as? String)
        let narrowed = try await search("q=batterie&\(kind)=\(key)")
        #expect(narrowed["total"] as? Int == entry["count"] as? Int)
      }
    }
    let categories = try #require(facets["category"])
    #expect(categories.compactMap { $0["count"] as? Int }.reduce(0, +) == total)
  }

  @Test(
    arguments: zip(
      ["explain=yes", "group=tag", "explain=2", "limit=0"],
      ["explain", "group", "explain", "limit"]))
  func `a wrong value is refused by its name`(parameter: String, name: String) async throws {
    let answer = try await site.ask(.get, "/api/v1/search?q=a&" + parameter)
    #expect(answer.status == 400)
    #expect((try answer.json()["detail"] as? String)?.contains("'\(name)'") == true)
  }

  @Test func `a level or a conversation loses no hit`() async throws {
    let plain = Set(ids(try await search("q=batterie")))
    let tilted = try await search(
      "q=batterie&level=expert&context=" + "mon%20contacteur%20chauffe")
    #expect(Set(ids(tilted)) == plain)
    #expect(Set(ids(try await search("q=batterie&level=nothing"))) == plain)
  }

  @Test(
    arguments: zip(
      ["overheating%20lang:en", "LANG:EN+overheating", "overheating%20lang:de", "%22lang:en%22"],
      ["en", "en", "fr", "fr"]))
  func `a language that is typed is searched if the site has it`(
    query: String, language: String
  ) async throws {
    let json = try await search("q=" + query)
    #expect(json["lang"] as? String == language)
    guard language == "en" else { return }
    #expect(ids(json).first == "overheating")
    #expect(hits(json).first?["url"] as? String == "/en/articles/overheating/")
    await site.store.flush()
    let report = try await site.store.report(period: .all, limit: 5)
    #expect(report.topQueries.map(\.query) == ["overheating"])
    #expect(report.topQueries.map(\.language) == ["en"])
  }

  @Test func `the search page shows hits of a typed language as such`() async throws {
    let answer = try await site.ask(.get, "/fr/search/?q=overheating%20lang:en")
    #expect(answer.text.contains("hreflang=\"en\""))
    #expect(answer.text.contains("/en/articles/overheating/"))
  }

  @Test func `the conversation of a search is neither logged nor kept`() async throws {
    _ = try await search("q=batterie&context=secret%20words")
    await site.store.flush()
    let report = try await site.store.report(period: .all, limit: 5)
    #expect(report.topQueries.map(\.query) == ["batterie"])
    #expect(site.server.signals.signals(for: site.server.snapshot).answers.load.answers == 0)
  }

  @Test func `the same question is answered without a search, and logged again`() async throws {
    let first = try await site.ask(.get, "/api/v1/search?q=batterie&lang=fr&tag=&limit=10")
    // Another order of the same request.
    let second = try await site.ask(.get, "/api/v1/search?lang=fr&q=batterie")
    #expect(first.body == second.body)
    let cache = site.server.signals.signals(for: site.server.snapshot).answers
    #expect(cache.load.answers == 1)
    for other in ["q=batteries", "q=batterie&limit=9", "q=batterie&tag=heat", "q=batterie&level=x"]
    {
      _ = try await search(other)
    }
    #expect(cache.load.answers == 5)
    await site.store.flush()
    #expect(try await site.store.report(period: .all, limit: 5).totals.searches == 6)
  }
}
