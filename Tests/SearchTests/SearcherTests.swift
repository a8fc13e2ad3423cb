import Testing

@testable import Search

@Suite struct SearcherTests {
  private let french: Searcher
  private let english: Searcher

  init() throws {
    french = try Fixture.searcher(Fixture.french, .french)
    english = try Fixture.searcher(Fixture.english, .english)
  }

  private func first(_ text: String) -> String? {
    french.search(SearchRequest(text: text)).hits.first?.id
  }

  @Test func `a misspelt word finds its article and says so`() {
    let results = french.search(SearchRequest(text: "surchaufe batterie"))
    #expect(results.hits.first?.id == "emergency-overheating")
    #expect(results.suggestion == "surchauffe batterie")
    #expect(french.search(SearchRequest(text: "surchauffe batterie")).suggestion == nil)
  }

  @Test(
    arguments: [
      ("plage", "garlic"), ("plag", "garlic"), ("equipement", "garlic"), ("équipement", "garlic"),
      ("gateau", "garlic"), ("gâteaux", "garlic"), ("GATEAU", "garlic"), ("ail", "garlic"),
      ("l'ail", "garlic"), ("échauffement", "emergency-overheating"),
      ("echauffement", "emergency-overheating"), ("bt_n_003", "emergency-overheating"),
      ("BTN003", "emergency-overheating"), ("0x351", "state-of-charge"),
      ("351", "state-of-charge"), ("foxbms", "state-of-charge"), ("fox bms", "state-of-charge"),
      ("48v", "state-of-charge"), ("etat de charge", "state-of-charge"),
      ("personnalisé", "custom-alerts-config"), ("personnalis", "custom-alerts-config"),
      ("custom-alerts-config", "custom-alerts-config"), ("batreries", "emergency-overheating"),
      ("comment configurer une alerte quand la tension baisse", "custom-alerts-config"),
    ])
  func `French users find what they mean`(query: String, expected: String) {
    #expect(first(query) == expected)
  }

  @Test(
    arguments: [
      ("overheating", "emergency-overheating"), ("over", "emergency-overheating"),
      ("manage a user", "manage-users"), ("manage user", "manage-users"),
      ("managing users", "manage-users"), ("dashbord", "sharing"), ("users", "manage-users"),
    ])
  func `English users find what they mean`(query: String, expected: String) {
    #expect(english.search(SearchRequest(text: query)).hits.first?.id == expected)
  }

  @Test func `typed accents are preferred, none are required`() throws {
    let documents = ["côte", "côté", "cote"].enumerated().map {
      Document(id: "\($0.offset)", url: "/", title: "T", sections: [Fixture.section($0.element)])
    }
    let searcher = try Fixture.searcher(documents, .french)
    #expect(searcher.search(SearchRequest(text: "côté ")).hits.map(\.id).first == "1")
    #expect(searcher.search(SearchRequest(text: "côte ")).hits.map(\.id).first == "0")
    #expect(searcher.search(SearchRequest(text: "cote")).total == 3)
  }

  @Test func `an exact title comes first`() throws {
    let often = Fixture.section(String(repeating: "charge ", count: 50))
    let documents =
      (0..<5).map {
        Document(id: "\($0)", url: "/", title: "Charge charge \($0)", sections: [often])
      } + [Document(id: "exact", url: "/", title: "La charge", sections: [])]
    let searcher = try Fixture.searcher(documents, .french)
    #expect(searcher.search(SearchRequest(text: "la charge")).hits.first?.id == "exact")
  }

  @Test func `articles with all words of a short query come first`() throws {
    let documents = [
      Document(
        id: "one", url: "/", title: "Zebra zebra zebra",
        sections: [Fixture.section("zebra zebra zebra")]),
      Document(
        id: "both", url: "/", title: "Other",
        sections: [
          Fixture.section("a zebra stands " + String(repeating: "far ", count: 99) + "lion")
        ]),
    ]
    let searcher = try Fixture.searcher(documents, .english)
    let results = searcher.search(SearchRequest(text: "zebra lion"))
    #expect(results.hits.map(\.id) == ["both", "one"])
    #expect(results.total == 2)
  }

  @Test func `words left out and phrases are understood`() {
    #expect(
      french.search(SearchRequest(text: "alerte -surchauffe")).hits.map(\.id) == [
        "custom-alerts-config"
      ])
    #expect(
      french.search(SearchRequest(text: "\"courant de charge\"")).hits.map(\.id) == [
        "emergency-overheating"
      ])
    for phrase in ["charge courant", "courant la charge"] {
      // Nobody wrote it so: its words are searched, and that is said.
      let results = french.search(SearchRequest(text: "\"\(phrase)\""))
      #expect(results.total > 0)
      #expect(results.suggestion == phrase)
    }
    #expect(french.search(SearchRequest(text: "-surchauffe")).total > 0)
    #expect(
      french.search(SearchRequest(text: "alerte tag:overheating")).hits.map(\.id) == [
        "emergency-overheating"
      ])
    #expect(french.search(SearchRequest(text: "tag:soc")).hits.map(\.id) == ["state-of-charge"])
    #expect(french.search(SearchRequest(text: "tag:nothing alerte")).total == 2)
  }

  @Test func `filters join kinds with and, values with or`() {
    let all = SearchRequest(text: "alerte charge", tags: ["soc", "critical-alert"])
    #expect(
      Set(french.search(all).hits.map(\.id)) == [
        "emergency-overheating", "custom-alerts-config", "state-of-charge",
      ])
    var narrowed = all
    narrowed.difficulties = ["expert"]
    #expect(french.search(narrowed).hits.map(\.id) == ["emergency-overheating"])
    narrowed.categories = ["unknown"]
    #expect(french.search(narrowed).total == 0)
  }

  @Test func `filters alone list articles, newest first`() {
    let results = french.search(SearchRequest(text: " ", tags: ["critical-alert"]))
    #expect(results.hits.map(\.id) == ["custom-alerts-config", "emergency-overheating"])
    #expect(french.search(SearchRequest(text: "")).total == 0)
  }

  @Test func `facet counts add up`() throws {
    let searcher = try Fixture.searcher(Fixture.random(200), .other)
    let words = try #require(searcher.index.document(at: 3)).title
    let open = searcher.search(SearchRequest(text: words))
    #expect(open.total > 100)
    #expect(open.facets.category.map(\.count).reduce(0, +) == open.total)
    #expect(open.facets.difficulty.map(\.count).reduce(0, +) == open.total)
    for entry in open.facets.category {
      let filtered = searcher.search(SearchRequest(text: words, categories: [entry.key]))
      #expect(filtered.total == entry.count)
      #expect(filtered.facets.category == open.facets.category)
    }
    for entry in open.facets.tag {
      #expect(searcher.search(SearchRequest(text: words, tags: [entry.key])).total == entry.count)
    }
    #expect(open.facets.tag.map(\.count) == open.facets.tag.map(\.count).sorted(by: >))
  }

  @Test func `pages follow each other`() throws {
    let searcher = try Fixture.searcher(Fixture.random(120), .other)
    let words = try #require(searcher.index.document(at: 3)).title
    let all = searcher.search(SearchRequest(text: words, limit: 1_000)).hits.map(\.id)
    var paged: [String] = []
    for offset in stride(from: 0, to: 120, by: 7) {
      paged += searcher.search(SearchRequest(text: words, limit: 7, offset: offset)).hits.map(\.id)
    }
    #expect(paged == all)
    #expect(searcher.search(SearchRequest(text: words, limit: -1, offset: -5)).hits.isEmpty)
    #expect(searcher.search(SearchRequest(text: words, limit: .max, offset: .max)).hits.isEmpty)
  }

  @Test func `a snippet shows and marks the answer`() throws {
    let results = french.search(SearchRequest(text: "contacteur collé"))
    let hit = try #require(results.hits.first)
    #expect(hit.id == "emergency-overheating")
    #expect(hit.anchor == "causes")
    #expect(
      hit.snippet.html()
        == "Un <mark>contacteur</mark> <mark>collé</mark> empêche l&#39;arrêt du courant de charge."
    )
    let title = try #require(french.search(SearchRequest(text: "alerte")).hits.first)
    #expect(title.titleHTML() == "Configuration <mark>Alertes</mark> Personnalisées")
  }

  @Test func `snippets are cut at words and escaped`() throws {
    let padding = String(repeating: "padding words here ", count: 40)
    let document = Document(
      id: "a", url: "/", title: "<b>",
      sections: [Fixture.section(padding + "<script>needle</script> & co " + padding)])
    let searcher = try Fixture.searcher([document], .english)
    let hit = try #require(searcher.search(SearchRequest(text: "needle")).hits.first)
    #expect(hit.snippet.text.hasPrefix("… "))
    #expect(hit.snippet.text.hasSuffix(" …"))
    #expect(
      hit.snippet.html().contains("&lt;script&gt;<mark>needle</mark>&lt;/script&gt; &amp; co"))
    #expect(hit.snippet.text.utf8.count < 350)
    #expect(hit.titleHTML() == "&lt;b&gt;")
  }

  @Test(
    arguments: [
      "", " ", "\u{0}", "\"", "\"\"", "-", "--", "-\"", "\"a", "a\"b\"c", "tag:", ":", "'", "’’’",
      "🔥🔋", "%", "°", "°C", "\u{301}\u{301}", "\u{FFFD}", "-a", "\n\t", "((((", "*", "a*", "NOT",
      "<script>alert(1)</script>", "%00", "日本語", "\u{202E}abc", "....", "1,2,3.4.5", "_",
      "a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t", "L'", "'l", "qu'qu'qu'qu'il", "-\"a b\" c",
    ])
  func `nothing that can be typed is an error`(text: String) {
    for searcher in [french, english] {
      let results = searcher.search(SearchRequest(text: text, explain: true))
      #expect(results.hits.count <= results.total)
    }
  }

  @Test func `ten kilobytes of text are bounded`() {
    let many = (0..<2_000).map { "mot\($0)" }.joined(separator: " ")
    #expect(french.search(SearchRequest(text: many)).total == 0)
    let unbroken = String(repeating: "abcdefghij", count: 1_024)
    #expect(french.search(SearchRequest(text: unbroken)).total == 0)
    let query = Stemmer.borrow(for: .french) {
      QueryParser(
        index: french.index, analyzer: Analyzer(language: .french, stemmer: $0),
        vocabulary: Vocabulary(index: french.index)
      ).parse(many)
    }
    #expect(query.words.count == Ranking.mostQueryWords)
  }

  @Test func `an explanation adds up to the score`() throws {
    let results = french.search(
      SearchRequest(text: "état de charge d'une batteri", limit: 4, explain: true))
    #expect(results.hits.count > 1)
    for hit in results.hits {
      let explanation = try #require(hit.explanation)
      #expect(explanation.value == hit.score)
      let sum = explanation.children.reduce(Float(0)) { $0 + $1.value }
      #expect(abs(sum - hit.score) <= hit.score * 1e-5)
    }
  }

  @Test func `similar articles share what is rare`() throws {
    let documents = [
      ("a", "contactor welding fuse"), ("b", "contactor fuse inspection"),
      ("c", "dashboard export colours"), ("d", "export dashboard report"),
    ].map {
      Document(id: $0.0, url: "/", title: $0.0, sections: [Fixture.section($0.1)])
    }
    let searcher = try Fixture.searcher(documents + Fixture.random(20), .english)
    #expect(searcher.similar(to: 0, limit: 1).map(\.documentNumber) == [1])
    #expect(searcher.similar(to: 2, limit: 1).map(\.documentNumber) == [3])
    #expect(searcher.similar(to: 0, limit: 0).isEmpty)
    #expect(searcher.similar(to: 99, limit: 2).isEmpty)
  }

  @Test func `searches in parallel agree`() async throws {
    let searcher = try Fixture.searcher(Fixture.random(150), .english)
    let titles = try (0..<60).map { try #require(searcher.index.document(at: $0)).title }
    let alone = titles.map { searcher.search(SearchRequest(text: $0)).hits.map(\.id) }
    let together = await withTaskGroup(of: (Int, [String]).self) { group in
      for (number, title) in titles.enumerated() {
        group.addTask { (number, searcher.search(SearchRequest(text: title)).hits.map(\.id)) }
      }
      var results = [[String]](repeating: [], count: titles.count)
      for await (number, ids) in group { results[number] = ids }
      return results
    }
    #expect(together == alone)
  }
}
