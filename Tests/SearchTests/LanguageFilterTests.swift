import Search
import Testing

@Suite struct `The language typed in a search` {
  @Test(arguments: [
    ("lang:en overheating", "en", "overheating"), ("overheating lang:en", "en", "overheating"),
    ("too hot LANG:EN battery", "en", "too hot battery"), ("langue:anglais soc", "en", "soc"),
    ("language:Français soc", "fr", "soc"), ("lang:en", "en", ""), ("lang:en-GB soc", "en", "soc"),
    ("soc lang:fr lang:en", "en", "soc"), ("a  lang:en  b", "en", "a   b"),
    ("lang:en \"lang:fr\"", "en", "\"lang:fr\""),
    ("« lang:fr » lang:en", "en", "« lang:fr »"), ("“lang:fr lang:en", "en", "“lang:fr"),
    ("soc lang :en", "en", "soc"), ("langue\u{A0}: anglais soc", "en", "soc"),
  ])
  func `is cut out and chooses the site's language`(text: String, language: String, rest: String) {
    let filter = LanguageFilter(text, languages: ["fr", "en"])
    #expect(filter.language == language)
    #expect(filter.text == rest)
  }

  @Test(arguments: [
    "", "soc", "lang:", "lang:de soc", "xlang:en", "\"lang:en\" soc", "lang :de", "lang:en,fr",
    ":en",
    "lang:-", "\"lang:en", "🔋 lang:\u{0}", "« lang:en »", "“ lang:en ”", "„ lang:en “",
  ])
  func `stays part of the text when it is none`(text: String) {
    let filter = LanguageFilter(text, languages: ["fr", "en"])
    #expect(filter.language == nil)
    #expect(filter.text == text)
  }

  @Test func `a region that the site does not have is its language`() {
    #expect(LanguageFilter("lang:fr x", languages: ["fr-CA", "en"]).language == "fr-CA")
    #expect(LanguageFilter("lang:fr-FR x", languages: ["fr-CA", "fr"]).language == "fr")
    #expect(LanguageFilter("lang:fr-CA x", languages: ["fr", "fr-CA"]).language == "fr-CA")
  }
}
