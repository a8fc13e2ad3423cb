import Testing

@testable import Search

/// How what people type is read, beyond plain words.
@Suite struct QueryReadingTests {
  private let french: Searcher

  init() throws { french = try Fixture.searcher(Fixture.french, .french) }

  private func ids(_ text: String) -> Set<String> {
    Set(french.search(SearchRequest(text: text)).hits.map(\.id))
  }

  // MARK: Leaving out

  @Test func `a compound that is left out leaves its parts`() throws {
    let documents = ["foxBMS alerte", "bms alerte", "fox alerte"].enumerated().map {
      Document(id: "\($0.offset)", url: "/", title: "T", sections: [Fixture.section($0.element)])
    }
    let searcher = try Fixture.searcher(documents, .french)
    let found = searcher.search(SearchRequest(text: "alerte -foxBMS")).hits.map(\.id)
    #expect(Set(found) == ["1", "2"])
  }

  @Test(arguments: [
    "batterie -\"coupez la charge\"", "batterie -« coupez la charge »", "batterie -“coupez charge”",
  ])
  func `quoted words are left out together`(text: String) {
    let all = ids("batterie")
    #expect(all.contains("emergency-overheating"))
    #expect(ids(text) == all.subtracting(["emergency-overheating"]))
  }

  @Test func `an article that lacks one of the quoted words stays`() {
    #expect(ids("batterie -\"coupez cellule\"") == ids("batterie"))
  }

  @Test(arguments: ["-surchauffe", "-surchauffe ", " -surchauffe", "-surchauffe -seuils"])
  func `nothing but exclusions means the words`(text: String) {
    #expect(ids(text).contains("emergency-overheating"))
  }

  @Test func `a stop word that is left out leaves nothing out`() {
    #expect(ids("batterie -de") == ids("batterie"))
  }

  // MARK: Filters

  @Test(arguments: [
    "tag:critical-alert", "tag : critical-alert", "tag\u{A0}: critical-alert",
    "étiquette\u{202F}:\u{A0}critical-alert", "tag:\"alerte critique\"", "tag: « Alerte critique »",
    "TAG:alertecritique", "batterie\u{A0}tag:critical-alert",
  ])
  func `filters are typed in many ways`(text: String) {
    let found = ids(text)
    #expect(found.contains("emergency-overheating"))
    #expect(!found.contains("state-of-charge"))
    #expect(french.search(SearchRequest(text: text)).suggestion == nil)
  }

  @Test func `a name with a value that is none is words`() {
    #expect(ids("niveau : charge").contains("state-of-charge"))
    #expect(ids("tag:\"\" batterie") == ids("tag batterie"))
  }

  // MARK: Titles

  @Test(arguments: ["foxBMS 2 : états", "BT_N_003", "0x351", "L'état-de-charge"])
  func `an exact title with a compound is first`(title: String) throws {
    let documents = (0..<6).map { number in
      Document(
        id: "\(number)", url: "/", title: number == 3 ? title : "Autre \(number)",
        keywords: number == 3 ? [] : [title + " et plus"],
        sections: [Fixture.section(number == 3 ? "Rien." : "\(title). \(title), \(title).")])
    }
    let searcher = try Fixture.searcher(documents, .french)
    let results = searcher.search(SearchRequest(text: title))
    #expect(results.hits.first?.id == "3")
    #expect(results.hits.first?.tier == 2)
  }

  // MARK: Saying what was searched

  @Test(arguments: [
    ("fin de l'allarme", "fin de l'alarme"), ("batterie état-de-chrage", "batterie état-de-charge"),
    ("l’Allarme", "l’alarme"),
  ])
  func `of a word with others beside it one is mended`(text: String, expected: String) throws {
    let documents = [
      Document(
        id: "a", url: "/", title: "La fin d'une alarme de batterie",
        sections: [Fixture.section("L'état de charge et son alarme.")])
    ]
    let searcher = try Fixture.searcher(documents, .french)
    #expect(searcher.search(SearchRequest(text: text)).suggestion == expected)
  }

  @Test func `a phrase that filters leave nothing of is still meant`() {
    let found = french.search(SearchRequest(text: "\"courant de charge\" tag:soc"))
    #expect(found.total == 0)
    #expect(found.suggestion == nil)
  }

  @Test func `nothing is said of a phrase whose words are nowhere`() {
    let found = french.search(SearchRequest(text: "\"zzz qqq\""))
    #expect(found.total == 0)
    #expect(found.suggestion == nil)
  }

  // MARK: Many results

  @Test func `a late page goes on where the one before ended`() throws {
    let searcher = try Fixture.searcher(Fixture.random(700), .french)
    let every = "category:c0 category:c1 category:c2"
    let whole = searcher.search(SearchRequest(text: every, limit: 700, snippets: false))
    #expect(whole.hits.count == 700)
    for offset in [0, 10, 250, 290] {
      let page = searcher.search(
        SearchRequest(text: every, limit: 10, offset: offset, snippets: false))
      #expect(page.hits.map(\.id) == whole.hits[offset..<(offset + 10)].map(\.id))
    }
  }
}
