import Testing

@testable import Search

@Suite struct AnalyzerTests {
  /// The folded words of a text; compounds in parentheses.
  static func words(_ text: String, _ language: Language) -> String {
    terms(text, language).map {
      let word = String(decoding: $0.surface.folded, as: UTF8.self)
      return $0.role == .compound ? "(\(word))" : word
    }.joined(separator: " ")
  }

  static func terms(_ text: String, _ language: Language) -> [Term] {
    Stemmer.borrow(for: language) { stemmer in
      let analyzer = Analyzer(language: language, stemmer: stemmer)
      let bytes = Array(text.utf8)
      var scanner = WordScanner()
      var terms: [Term] = []
      while let range = scanner.next(in: bytes.span) {
        analyzer.analyze(bytes.span.extracting(range), into: &terms)
      }
      return terms
    }
  }

  @Test(
    arguments: [
      ("l'ail", "le ail"), ("L’ail", "le ail"), ("qu'il", "que il"),
      ("aujourd'hui", "aujourdhui"), ("Aujourd’hui", "aujourdhui"),
      ("ÉTÉ cœur", "ete coeur"), ("e\u{301}te\u{301}", "ete"), ("pouvez-vous", "pouvez vous"),
      ("état-de-charge", "(etatdecharge) etat de charge"), ("60 °C", "60 °c"), ("95 %", "95 %"),
      ("4,1 V", "4.1 v"), ("d'une l'équipement", "de une le equipement"),
      ("prud'homme", "prudhomme"), ("fin. Début", "fin debut"),
    ])
  func `French words are read`(text: String, expected: String) {
    #expect(AnalyzerTests.words(text, .french) == expected)
  }

  @Test(
    arguments: [
      ("BT_N_003", "(btn003) bt n 003"), ("foxBMS", "(foxbms) fox bms"),
      ("state-of-charge", "(stateofcharge) state of charge"), ("0x351", "(0x351) 351"),
      ("48V", "(48v) 48 v"), ("48 V", "48 v"), ("v2.1", "(v2.1) v 2.1"), ("user's", "user"),
      ("don't", "dont"), ("O'Brien", "obrien"), ("iPhone kWh", "iphone kwh"),
      ("BMSConfig", "(bmsconfig) bms config"), ("one.two", "one two"), ("Straße", "strasse"),
      ("日本", "日 本"), ("--help", "help"), ("a\u{0}b", "a b"), ("🔋 low", "low"),
    ])
  func `English words are read`(text: String, expected: String) {
    #expect(AnalyzerTests.words(text, .english) == expected)
  }

  @Test func `words of one class have one stem`() {
    let stems = Set(AnalyzerTests.terms("alerte alertes alerté", .french).map(\.stem))
    #expect(stems.count == 1)
    #expect(Set(AnalyzerTests.terms("share shared sharing", .english).map(\.stem)).count == 1)
    #expect(Set(AnalyzerTests.terms("share shared sharing", .other).map(\.stem)).count == 3)
  }

  @Test(arguments: ["charge", "chargé", "œuf", "straße", "côté", "naïveté", "ångström"])
  func `a dictionary key gives back its accents`(word: String) {
    let key = SurfaceKey(scalars: word.unicodeScalars.map(\.value))
    #expect(String(decoding: key.exact, as: UTF8.self) == word)
    #expect(SurfaceKey(bytes: key.bytes) == key)
  }

  @Test func `a word without end is cut`() {
    let words = AnalyzerTests.terms(String(repeating: "é", count: 10_000), .french)
    #expect(words.allSatisfy { $0.surface.bytes.count <= 255 })
    #expect(words.count == 10_000 * 2 / WordScanner.longestWord + 1)
  }

  @Test(
    arguments: zip(
      ["fr", "fr-CA", "FR", "en_GB", "de", "", "frr"],
      [Language.french, .french, .french, .english, .other, .other, .other]))
  func `a language is known by its code`(code: String, expected: Language) {
    #expect(Language(code: code) == expected)
  }
}
