import EventLog
import HTTPTypes
import Testing

@testable import Companion

@Suite struct RelatedTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  private func related(_ body: String) async throws -> Answer {
    try await site.ask(.post, "/api/v1/related", body: body)
  }

  private func hits(_ body: String) async throws -> [[String: Any]] {
    let answer = try await related(body)
    #expect(answer.status == 200)
    return try #require(try answer.json()["hits"] as? [[String: Any]])
  }

  @Test func `a ticket finds the article that answers, and the sentence`() async throws {
    let found = try await hits(
      #"{"text": "Bonjour,\nmon contacteur est collé.\nMerci !", "lang": "fr"}"#)
    let hit = try #require(found.first)
    #expect(hit["id"] as? String == "overheating")
    #expect(hit["anchor"] as? String == "causes")
    #expect((hit["sentence"] as? String)?.contains("<mark>contacteur</mark>") == true)
    #expect((hit["words"] as? [String])?.contains("contacteur") == true)
  }

  @Test func `whatever the text's language, the reader gets theirs where it exists`() async throws {
    let found = try await hits(#"{"text": "un contacteur entretient la chauffe", "lang": "en"}"#)
    let hit = try #require(found.first)
    #expect(hit["lang"] as? String == "en")
    #expect(hit["url"] as? String == "/en/articles/overheating/")
    #expect(hit["title"] as? String == "Overheating")
    // French has no translation of this one.
    let french = try await hits(#"{"text": "la clôture efface les mesures", "lang": "en"}"#)
    #expect(french.first?["id"] as? String == "french-only")
    #expect(french.first?["lang"] as? String == "fr")
  }

  @Test func `a mixed text finds each article once`() async throws {
    let found = try await hits(
      #"{"text": "my contactor got stuck, la clôture du compte, overheating surchauffe", "lang": "fr"}"#
    )
    let ids = found.compactMap { $0["id"] as? String }
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids).isSuperset(of: ["overheating", "french-only"]))
    let scores = found.compactMap { $0["score"] as? Double }
    #expect(scores == scores.sorted(by: >))
  }

  @Test func `what the articles say is escaped`() async throws {
    let answer = try await related(#"{"text": "alert script batterie", "lang": "fr"}"#)
    #expect(!answer.text.contains("<script"))
  }

  @Test(
    arguments: zip(
      [
        "{}", #"{"text": 5}"#, #"{"text": "a", "limit": 0}"#, #"{"text": "a", "limit": "x"}"#,
        #"{"text": "a", "lang": "de"}"#, #"{"text": "a", "level": []}"#,
      ], ["text", "text", "limit", "limit", "lang", "level"]))
  func `a wrong field is refused by its name`(body: String, name: String) async throws {
    let answer = try await related(body)
    #expect(answer.status == 400)
    #expect(answer.headers[.contentType] == "application/problem+json")
    #expect((try answer.json()["detail"] as? String)?.contains("'\(name)'") == true)
  }

  @Test(arguments: ["", "[]", "{\"text\": ", "null"])
  func `a body that is no object is refused`(body: String) async throws {
    #expect(try await related(body).status == 400)
  }

  @Test func `a text of any length up to the bound is read, and no more`() async throws {
    let long = String(repeating: "Le contacteur est collé. ", count: 9_000)
    #expect(try await hits(#"{"text": "\#(long)"}"#).first?["id"] as? String == "overheating")
    let answer = try await related(#"{"text": "\#(long)\#(long)"}"#)
    #expect(answer.status == 413)
    #expect((try answer.json()["detail"] as? String)?.contains("262144 bytes") == true)
  }

  @Test(arguments: ["", "   ", "xyzzy", "🔋🔋", #"\u0000 \" <b>"#])
  func `a text without words of the site has no answer`(text: String) async throws {
    #expect(try await hits(#"{"text": "\#(text)"}"#).allSatisfy { $0["score"] is Double })
  }

  @Test func `nothing of a conversation is logged or kept`() async throws {
    _ = try await hits(#"{"text": "un contacteur de M. Dupont", "lang": "fr"}"#)
    await site.store.flush()
    #expect(try await site.store.report(period: .all, limit: 5).totals.searches == 0)
    #expect(site.server.responder.services.bursts.takeAll().isEmpty)
    #expect(site.server.signals.signals(for: site.server.snapshot).answers.load.answers == 0)
  }
}
