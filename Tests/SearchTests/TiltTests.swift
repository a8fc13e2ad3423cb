import Testing

@testable import Search

/// What tilts an order: popularity, the reader's level and the conversation.
@Suite struct TiltTests {
  private static let documents = ["basic", "intermediate", "advanced", "expert"].map { level in
    Document(
      id: level, url: "/\(level)/", title: "Balancing cells", category: "c", difficulty: level,
      sections: [
        Fixture.section(
          "Balancing cells takes a night." + (level == "expert" ? " On the modbus gateway." : ""))
      ])
  }

  private func order(_ request: SearchRequest) throws -> [String] {
    try Fixture.searcher(Self.documents, .english).search(request).hits.map(\.id)
  }

  @Test func `an article of the level that is asked for comes first, then those next to it`() throws
  {
    #expect(try order(SearchRequest(text: "balancing", level: "advanced")).first == "advanced")
    let hits = try order(SearchRequest(text: "balancing ", level: "basic"))
    #expect(hits.prefix(2) == ["basic", "intermediate"])
    #expect(try order(SearchRequest(text: "balancing", level: "no such level")).count == 4)
  }

  @Test func `a conversation brings its article forward`() throws {
    let hits = try order(
      SearchRequest(text: "balancing", context: "Hello,\nwe use the modbus gateway.\nThanks"))
    #expect(hits.first == "expert")
  }

  @Test func `what many read comes before its like, and never before a better match`() throws {
    let searcher = try Fixture.searcher(
      Self.documents + [
        Document(
          id: "other", url: "/o/", title: "Night shifts",
          sections: [Fixture.section("Who works at night, balancing duties.")])
      ], .english)
    let popularity = Popularity(
      index: searcher.index, views: ["intermediate": 900, "other": 90_000, "basic": 1], ratings: [:]
    )
    let hits = searcher.search(
      SearchRequest(text: "balancing cells", explain: true, popularity: popularity)
    ).hits
    #expect(hits.first?.id == "intermediate")
    #expect(hits.last?.id == "other")
    for hit in hits {
      let explanation = try #require(hit.explanation)
      let sum = explanation.children.reduce(Float(0)) { $0 + $1.value }
      #expect(abs(sum - hit.score) <= hit.score * 1e-5)
    }
    #expect(hits.first?.explanation?.children.contains { $0.label.contains("popularity") } == true)
  }
}
