import Testing

@testable import Search

/// Searches that other engines were reported to fail, each with what people expect of it.
@Suite struct PeerFailureTests {
  private static func article(_ id: String, _ title: String, _ text: String) -> Document {
    Document(
      id: id, url: "/\(id)/", title: title,
      sections: [Fixture.section(text + " Voir aussi le guide. See the guide.")])
  }

  private static let french = [
    article("plage", "La plage de tension", "Chaque cellule a sa plage."),
    article("equipement", "Choisir un équipement", "Les équipements et leur usage."),
    article("evenement", "Journal des événements", "Un événement est daté."),
    article("gateau", "Recette du gâteau", "Le gâteau cuit longtemps."),
    article("ail", "Conserver l’ail", "Il faut qu’il reste au sec, aujourd’hui comme hier."),
    article("cote", "Le côté gauche", "Un côté et l'autre."),
    article("cotes", "La cote de la pièce", "Une cote se mesure."),
    article("zurich", "Agence de Zürich", "Notre agence."),
    article("coeur", "Le cœur du système", "Un cœur qui bat."),
    article("surchauffe", "Surchauffe de la batterie", "La batterie surchauffe en été."),
    article("migration", "Migrer vers la version 2", "La migration dure une heure."),
    article("noel", "Horaires de Noël", "Fermé à Noël."),
  ]

  private static let english = [
    article("manage", "Manage users", "Add a user or change what a user may do."),
    article("settings", "User settings", "Settings of your account."),
    article("dashboard", "Share a dashboard", "Manage what others see. A user may be shown less."),
    article("migrate", "Migrating to version 2", "The migration takes an hour. Migrate at night."),
    article("reset", "Reset your password", "A link is sent to you."),
    article("password", "Choosing passwords", "Password, password and again a password to reset."),
    article("search", "Search syntax", "What to type in the search field: words, quotes."),
  ]

  private func first(_ text: String, _ searcher: Searcher) -> String? {
    searcher.search(SearchRequest(text: text)).hits.first?.id
  }

  @Test(
    arguments: zip(
      [
        "plag", "plage", "plages", "équipement", "equipement", "ÉQUIPEMENTS", "evenement",
        "événements", "e\u{301}ve\u{301}nement", "gateau", "gâteaux", "l'ail", "l’ail", "ail",
        "L'AIL", "aujourd'hui", "aujourd’hui", "qu'il reste", "zurich", "Zürich", "coeur", "cœur",
        "CŒUR", "migrat", "migrati", "migration", "migrer", "noel", "NOËL", "surchaufe",
        "surchauffe", "surchauff", "sur chauffe", "surcahuffe", "surchaufffe", "gatau", "equipment",
      ],
      [
        "plage", "plage", "plage", "equipement", "equipement", "equipement", "evenement",
        "evenement", "evenement", "gateau", "gateau", "ail", "ail", "ail",
        "ail", "ail", "ail", "ail", "zurich", "zurich", "coeur", "coeur",
        "coeur", "migration", "migration", "migration", "migration", "noel", "noel", "surchauffe",
        "surchauffe", "surchauffe", "surchauffe", "surchauffe", "surchauffe", "gateau",
        "equipement",
      ]))
  func `French is found as people type it`(text: String, id: String) throws {
    #expect(first(text, try Fixture.searcher(Self.french, .french)) == id)
  }

  @Test func `the accent that was typed comes first, and the other is there`() throws {
    let searcher = try Fixture.searcher(Self.french, .french)
    #expect(searcher.search(SearchRequest(text: "côté")).hits.map(\.id) == ["cote", "cotes"])
  }

  @Test(
    arguments: zip(
      [
        "manage user", "manage a user", "manage users", "setting u", "settings", "migrat",
        "migrati", "migrating", "reset password", "Reset your password", "search", "Search syntax",
        "user settings", "the user settings",
      ],
      [
        "manage", "manage", "manage", "settings", "settings", "migrate",
        "migrate", "migrate", "reset", "reset", "search", "search",
        "settings", "settings",
      ]))
  func `English ranks as people expect`(text: String, id: String) throws {
    #expect(first(text, try Fixture.searcher(Self.english, .english)) == id)
  }

  @Test func `a stop word loses no article`() throws {
    let searcher = try Fixture.searcher(Self.english, .english)
    let plain = Set(searcher.search(SearchRequest(text: "manage user")).hits.map(\.id))
    let stopped = Set(searcher.search(SearchRequest(text: "manage a user")).hits.map(\.id))
    #expect(plain.isSubset(of: stopped))
  }

  @Test func `of a short query the articles with every word come first`() throws {
    let searcher = try Fixture.searcher(Self.english, .english)
    let index = searcher.index
    for text in ["manage dashboard", "user dashboard share", "reset link"] {
      let hits = searcher.search(SearchRequest(text: text, explain: true)).hits
      let whole = hits.map { hit in
        text.split(separator: " ").allSatisfy { word in
          searcher.search(SearchRequest(text: "\(word) ", limit: 100)).hits
            .contains { $0.id == hit.id }
        }
      }
      #expect(whole == whole.sorted { $0 && !$1 }, "\(text)")
      #expect(index.documentCount >= hits.count)
    }
  }

  @Test func `a synonym never comes before the word itself`() throws {
    let group = SynonymGroup(both: ["plage", "événement"])
    let searcher = try Fixture.searcher(Self.french, .french, oneWay: [group])
    let hits = searcher.search(SearchRequest(text: "plage ")).hits.map(\.id)
    #expect(hits.prefix(2) == ["plage", "evenement"])
  }

  @Test func `a word that the site uses is never repaired`() throws {
    let searcher = try Fixture.searcher(Self.french, .french)
    #expect(searcher.search(SearchRequest(text: "cote ")).suggestion == nil)
    #expect(searcher.search(SearchRequest(text: "surchaufe")).suggestion == "surchauffe")
    #expect(searcher.search(SearchRequest(text: "sur chauffe")).suggestion == "surchauffe")
    #expect(
      searcher.search(SearchRequest(text: "batteriesurchauffe ")).suggestion
        == "batterie surchauffe ")
  }

  @Test func `quoted words stand side by side, in either language's quotes`() throws {
    let searcher = try Fixture.searcher(Self.english, .english)
    for text in ["\"what others\"", "“what others”", "«what others»", "« What  others »"] {
      #expect(searcher.search(SearchRequest(text: text)).hits.map(\.id) == ["dashboard"])
    }
  }

  @Test func `a phrase that nobody wrote is searched as words`() throws {
    let searcher = try Fixture.searcher(Self.english, .english)
    let quoted = searcher.search(SearchRequest(text: "\"dashboard manage\""))
    let plain = searcher.search(SearchRequest(text: "dashboard manage "))
    #expect(quoted.suggestion == "dashboard manage")
    #expect(quoted.total == plain.total)
    #expect(quoted.hits.map(\.id) == plain.hits.map(\.id))
  }
}
