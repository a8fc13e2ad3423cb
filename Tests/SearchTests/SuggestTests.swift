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
    let past = PastQueries(
      [PastQuery(text: "sharing users", count: 5), PastQuery(text: "other", count: 9)],
      language: .english)
    let found = english.suggest(SuggestRequest(text: "shar", pastQueries: past))
    #expect(found.first?.kind == .query)
    #expect(found.first?.text == "sharing users")
    #expect(found.count { $0.kind == .query } == 1)
  }
}

@Suite struct PastQueriesTests {
  private let past = PastQueries(
    ["surchauffe batterie", "état de charge", "charge lente", "surchauffe", "l'alarme du bms"]
      .enumerated()
      .map { PastQuery(text: $0.element, count: 10 - $0.offset) }, language: .french)

  @Test(arguments: [
    ("surch", ["surchauffe batterie", "surchauffe"]),
    ("charge ", ["état de charge", "charge lente"]),
    ("charge l", ["charge lente"]), ("etat", ["état de charge"]), ("ALARM", ["l'alarme du bms"]),
    ("batterie surchauffe", ["surchauffe batterie"]), ("", []), ("zz", []), ("chauffe", []),
  ])
  func `those that have every word are found, most frequent first`(
    typed: String, expected: [String]
  ) {
    let found = past.matching(TypedWords(typed, language: .french), most: 8)
    #expect(found.map(\.query.text) == expected)
  }

  @Test func `no more than asked for`() {
    #expect(past.matching(TypedWords("surch", language: .french), most: 1).count == 1)
  }

  @Test func `a query is suggested to who mistypes it`() throws {
    let searcher = try Fixture.searcher(Fixture.french, .french)
    let found = searcher.suggest(SuggestRequest(text: "surchaufe bat", pastQueries: past))
    #expect(found.first?.text == "surchauffe batterie")
  }
}
