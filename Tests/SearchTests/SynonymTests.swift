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

  @Test func `what is typed one way finds the other side, not the other way round`() throws {
    let groups = [
      SynonymGroup(from: ["zorglub", "boîtier maître"], to: ["surchauffe", "équipement"])
    ]
    let searcher = try Fixture.searcher(Fixture.french, .french, oneWay: groups)
    func ids(_ text: String) -> [String] {
      searcher.search(SearchRequest(text: text)).hits.map(\.id).sorted()
    }
    #expect(ids("zorglub") == ["emergency-overheating", "garlic"])
    #expect(ids("boitier maitre") == ["emergency-overheating", "garlic"])
    #expect(ids("surchauffe") == ["emergency-overheating"])
    #expect(ids("équipement") == ["garlic"])
    #expect(searcher.search(SearchRequest(text: "zorglub")).suggestion == nil)
  }

  @Test func `those who type one way do not find each other`() throws {
    let groups = [SynonymGroup(from: ["surchauffe", "équipement"], to: ["seuils"])]
    let searcher = try Fixture.searcher(Fixture.french, .french, oneWay: groups)
    let ids = searcher.search(SearchRequest(text: "surchauffe")).hits.map(\.id)
    #expect(Set(ids) == ["emergency-overheating", "custom-alerts-config"])
  }

  @Test func `a phrase may be in groups of both kinds, and on both sides of one`() throws {
    let searcher = try Fixture.searcher(
      Fixture.french, .french, synonyms: [["zorglub", "gâteau"]],
      oneWay: [SynonymGroup(from: ["zorglub", "seuils"], to: ["surchauffe", "seuils"])])
    func ids(_ text: String) -> Set<String> {
      Set(searcher.search(SearchRequest(text: text)).hits.map(\.id))
    }
    #expect(ids("zorglub") == ["garlic", "custom-alerts-config", "emergency-overheating"])
    #expect(ids("seuils") == ["custom-alerts-config", "emergency-overheating"])
    #expect(ids("gâteau") == ["garlic"])
  }

  @Test(arguments: [
    SynonymGroup(from: [], to: ["tension", "courant"]), SynonymGroup(from: ["tension"], to: []),
    SynonymGroup(from: ["tension"], to: ["tension", "!?", ""]),
    SynonymGroup(from: ["?"], to: ["a"]),
  ])
  func `a group with one side is harmless`(group: SynonymGroup) throws {
    let searcher = try Fixture.searcher(Fixture.french, .french, oneWay: [group])
    #expect(
      searcher.search(SearchRequest(text: "tension")).hits.map(\.id) == (try ids("tension", [])))
  }

  @Test func `a damaged table of synonyms gives fewer of them and nothing worse`() {
    var writer = ByteWriter()
    // One group: 'aa', which is typed, and 'bb', which is found for it.
    writer.append(varint: 1)
    writer.append(varint: 1)
    writer.append(varint: 2)
    for (role, word) in [(1, "aa"), (2, "bb")] {
      for number in [role, 1, 0] { writer.append(varint: number) }
      for _ in 0..<2 { writer.append(string: Array(word.utf8)) }
    }
    func others(_ bytes: [UInt8]) -> Int? {
      let surface = SurfaceKey(bytes: Array("aa".utf8))
      let term = Term(surface: surface, stem: Array("aa".utf8), role: .word, isStopWord: false)
      let found = SynonymTable(IndexBytes(bytes).view).match([term])
      #expect(found?.length ?? 1 == 1)
      return found?.others.count
    }
    #expect(others(writer.bytes) == 1)
    for end in 0..<writer.bytes.count {
      _ = others(Array(writer.bytes[..<end]))
      for byte: UInt8 in [0, 1, 0x7F, 0xFF] {
        var bytes = writer.bytes
        bytes[end] = byte
        #expect(others(bytes) ?? 0 < writer.bytes.count)
      }
    }
  }

  @Test func `groups that cannot be told apart or hold one phrase are harmless`() throws {
    let synonyms = [["tension", "tension"], ["", "tension"], ["tension"], [], ["tension", "!?"]]
    #expect(try ids("tension", synonyms) == (try ids("tension", [])))
  }
}
