import Testing

@testable import Search

@Suite struct SuggestTests {
  private let french: Searcher
  private let english: Searcher

  init() throws {
    french = try Fixture.searcher(Fixture.french, .french)
    english = try Fixture.searcher(Fixture.english, .english)
  }

  @Test(
    arguments: zip(
      ["su", "surch", "surchaufe", "gestion u", "bt_n_003", "etat de ch", "ETAT", "échauf"],
      [
        "emergency-overheating", "emergency-overheating", "emergency-overheating",
        "emergency-overheating", "emergency-overheating", "state-of-charge", "state-of-charge",
        "emergency-overheating",
      ]))
  func `a title is suggested while it is typed`(text: String, id: String) {
    #expect(french.suggest(SuggestRequest(text: text)).first?.id == id)
  }

  @Test func `a section is suggested by its heading, with its article`() throws {
    let section = try #require(
      french.suggest(SuggestRequest(text: "unit")).first { $0.kind == .section })
    #expect(section.text == "Unités")
    #expect(section.anchor == "unites")
    #expect(section.title == "L'état de charge")
    #expect(section.html() == "<mark>Unités</mark>")
  }

  @Test func `words of the text alone are no title`() {
    #expect(french.suggest(SuggestRequest(text: "coupez")).isEmpty)
  }

  @Test func `what was typed is marked, a repaired word too`() {
    #expect(
      english.suggest(SuggestRequest(text: "dashbord")).first?.html()
        == "Sharing a <mark>dashboard</mark>")
  }

  @Test func `limits hold, and nothing typed suggests nothing`() {
    #expect(english.suggest(SuggestRequest(text: "a", limit: 0)).isEmpty)
    #expect(english.suggest(SuggestRequest(text: "  ")).isEmpty)
    #expect(english.suggest(SuggestRequest(text: "s", limit: 1)).count <= 1)
    let past = [PastQuery(text: "sharing users", count: 5), PastQuery(text: "other", count: 9)]
    let found = english.suggest(SuggestRequest(text: "shar", pastQueries: past))
    #expect(found.first?.kind == .query)
    #expect(found.first?.text == "sharing users")
    #expect(found.count { $0.kind == .query } == 1)
  }
}
