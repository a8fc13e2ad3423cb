import Testing

@testable import Search

@Suite struct `What searches keep` {
  private static let queries = [
    "surchauffe batterie", "surchaufe batterie", "batterie", "batt", "batterie ", "batteries",
    "sur chauffe", "batteriechaude", "équipement", "equipement", "l'état de charge", "etat charge",
    "\"état de charge\"", "batterie -charge", "mdp", "48V", "BT_N_003", "custom-alerts-config",
    "comment configurer une alerte quand la tension baisse", "SURCHAUFFE de la batterie", "ail",
    "la de le", "bms", "alerte personnalisée", "batterie batterie", "niveau:expert batterie",
  ]

  private static func answer(_ searcher: Searcher, _ text: String) -> [String] {
    let results = searcher.search(SearchRequest(text: text, explain: true))
    return ["\(results.total) \(results.suggestion ?? "") \(results.facets)"]
      + results.hits.map {
        "\($0.id) \($0.score.bitPattern) \($0.snippet) \($0.titleHighlights)\n"
          + "\($0.explanation?.description ?? "")"
      }
  }

  /// Twice the same, in either order, is what a searcher answers that was asked nothing before.
  @Test func `changes no answer`() throws {
    let warm = try Fixture.searcher(Fixture.french, .french)
    for queries in [Self.queries, Self.queries.reversed()] {
      for text in queries {
        let fresh = try Fixture.searcher(Fixture.french, .french)
        #expect(Self.answer(warm, text) == Self.answer(fresh, text), "\(text)")
      }
    }
  }

  /// A word weighs otherwise as part of a conversation, as a suggestion, or with others before it.
  @Test func `does not mix what is asked in other ways`() throws {
    let warm = try Fixture.searcher(Fixture.french, .french)
    for text in Self.queries {
      _ = warm.suggest(SuggestRequest(text: text))
      _ = warm.related(RelatedRequest(text: text + "\n" + text))
      let fresh = try Fixture.searcher(Fixture.french, .french)
      #expect(Self.answer(warm, text) == Self.answer(fresh, text), "\(text)")
      let again = try Fixture.searcher(Fixture.french, .french)
      #expect(
        warm.related(RelatedRequest(text: text)).map(\.hit.score)
          == again.related(RelatedRequest(text: text)).map(\.hit.score))
    }
  }

  @Test func `is dropped after as much again was asked for`() {
    var kept = Generations<Int, Int>(capacity: 4)
    for number in 0..<4 { kept.keep(number * 10, as: number) }
    #expect(kept.recall(0) == 0)
    for number in 4..<8 { kept.keep(number * 10, as: number) }
    // Asked for among the younger ones, so it stays with them.
    #expect(kept.recall(1) == 10)
    for number in 8..<12 { kept.keep(number * 10, as: number) }
    #expect(kept.recall(1) == 10)
    #expect(kept.recall(2) == nil)
    #expect(kept.recall(11) == 110)
  }
}

@Suite struct `Words without signs` {
  /// A word of plain letters is read without looking for its parts, like one that is not plain.
  @Test(arguments: [
    "battery", "Battery", "BATTERY", "batteryLevel", "BMSConfig", "iPhone", "I", "a", "Ab", "aB",
    "ABc", "running", "THE",
  ])
  func `have the same terms as with a sign`(word: String) {
    // A soft hyphen is no part of a word.
    let marked = TermListing.terms(of: Array((word + "\u{AD}").utf8), language: .english)
    let plain = TermListing.terms(of: Array(word.utf8), language: .english)
    #expect(plain.map(\.key) == marked.map(\.key))
    #expect(plain.map(\.stem) == marked.map(\.stem))
    #expect(plain.map(\.isStopWord) == marked.map(\.isStopWord))
  }
}
