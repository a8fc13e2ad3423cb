import Testing

@testable import Search

struct SynonymTests {
  private func ids(_ query: String, _ synonyms: [[String]]) throws -> [String] {
    let searcher = try Fixture.searcher(Fixture.french, .french, synonyms: synonyms)
    return searcher.search(SearchRequest(text: query)).hits.map(\.id)
  }

  @Test func `a word that the site never uses stands for its synonym, and is not repaired`() throws
  {
    let searcher = try Fixture.searcher(
      Fixture.french, .french, synonyms: [["canicule", "surchauffe"]])
    let results = searcher.search(SearchRequest(text: "canicules"))
    #expect(results.hits.map(\.id) == ["emergency-overheating"])
    #expect(results.suggestion == nil)
    #expect(results.hits.first?.titleHTML() == "Gestion Urgence <mark>Surchauffe</mark> Batterie")
  }

  @Test(arguments: ["boîtier maître", "boitier maitre", "boîtier maître chauffe"])
  func `a phrase stands for a word`(query: String) throws {
    let synonyms = [["boîtier maître", "foxBMS"]]
    #expect(try ids(query, synonyms).contains("state-of-charge"))
    #expect(try !ids(query, []).contains("state-of-charge"))
  }

  @Test func `a word stands for a phrase as a whole, not for its words`() throws {
    #expect(try ids("jauge", [["jauge", "état de charge"]]) == ["state-of-charge"])
    #expect(try ids("jauge", [["jauge", "courant des seuils"]]) == [])
  }

  @Test func `part of a phrase stands for nothing`() throws {
    #expect(try ids("système", [["système de gestion", "garlic", "ail"]]) == [])
  }

  @Test func `the word itself comes before its synonym`() throws {
    let documents = ["chaleur", "fournaise"].map {
      Document(
        id: $0, url: "/\($0)/", title: "Titre", category: "c", difficulty: "d",
        sections: [Fixture.section("Une \($0) dans la pièce.")])
    }
    let searcher = try Fixture.searcher(documents, .french, synonyms: [["chaleur", "fournaise"]])
    for word in ["chaleur", "fournaise"] {
      let hits = searcher.search(SearchRequest(text: word, explain: true)).hits
      #expect(hits.map(\.id).first == word)
      #expect(hits.count == 2)
      let parts = try #require(hits.last?.explanation).children
      #expect(parts.contains { $0.label.hasPrefix("synonym ") })
      #expect(parts.reduce(0) { $0 + $1.value } == hits.last?.score)
    }
  }

  @Test func `groups that cannot be told apart or hold one phrase are harmless`() throws {
    let synonyms = [["tension", "tension"], ["", "tension"], ["tension"], [], ["tension", "!?"]]
    #expect(try ids("tension", synonyms) == (try ids("tension", [])))
  }
}
