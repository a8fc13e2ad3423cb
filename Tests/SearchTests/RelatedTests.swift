import Testing

@testable import Search

@Suite struct RelatedTests {
  private let french: Searcher

  init() throws { french = try Fixture.searcher(Fixture.french, .french) }

  @Test func `a ticket finds its article, and the sentence that answers`() throws {
    let ticket = """
      Bonjour madame Tremblay,

      Depuis ce matin la température de notre batterie dépasse 60 °C, la surchauffe est
      inquiétante. Que dois-je couper ?

      Merci d'avance
      Cordialement
      --
      Jean Dubois, responsable des alertes et des seuils de tension
      """
    let hits = french.related(RelatedRequest(text: ticket))
    let first = try #require(hits.first)
    #expect(first.hit.id == "emergency-overheating")
    #expect(first.hit.snippet.text.contains("60 °C"))
    #expect(!first.words.isEmpty)
    // What stands below the signature is not what the ticket is about.
    #expect(hits.first { $0.hit.id == "custom-alerts-config" } == nil)
  }

  @Test func `identifiers are known`() {
    let hits = french.related(RelatedRequest(text: "Erreur sur 0x351 hier soir, que faire ?"))
    #expect(hits.first?.hit.id == "state-of-charge")
  }

  @Test(arguments: [
    ("Bonjour, ma batterie chauffe", "emergency-overheating"),
    ("Hello, 0x351 error", "state-of-charge"),
    ("Merci, seuils de tension ?", "custom-alerts-config"),
    ("Bonjour, surchauffe !", "emergency-overheating"),
  ])
  func `a greeting does not swallow what follows it`(text: String, expected: String) {
    #expect(french.related(RelatedRequest(text: text)).first?.hit.id == expected)
  }

  @Test(arguments: [
    "Bonjour madame Tremblay,", "Merci pour votre aide", "Thanks for your help", "Bonjour l'équipe",
  ])
  func `who is greeted is not what is asked`(text: String) {
    #expect(french.related(RelatedRequest(text: text)).isEmpty)
  }

  @Test(arguments: ["", "   \n\n", "Bonjour,\nMerci\nCordialement", "xyzzy plugh", "-- \nalertes"])
  func `nothing that says something finds nothing`(text: String) {
    #expect(french.related(RelatedRequest(text: text)).isEmpty)
  }

  @Test func `a very long text is bounded`() {
    let text = String(repeating: "La batterie chauffe et les seuils changent. ", count: 20_000)
    #expect(french.related(RelatedRequest(text: text, limit: 2)).count == 2)
  }
}
