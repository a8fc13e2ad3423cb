import Diagnostics
import Testing

@testable import Rendering

@Suite struct StringTableTests {
  @Test func `French and English have the same texts and placeholders`() throws {
    var tables: [String: StringTable] = [:]
    for language in ["fr", "en"] {
      let file = try #require(
        DefaultTheme.files.first { $0.path == "strings/\(language).yaml" })
      let source = SourceText(path: file.path, bytes: Array(file.text.utf8))
      let (table, diagnostics) = StringTable.parse(source, language: language)
      #expect(diagnostics == [])
      tables[language] = table
    }
    let french = try #require(tables["fr"])
    let english = try #require(tables["en"])
    #expect(french.texts.keys.sorted() == english.texts.keys.sorted())
    for (key, text) in english.texts {
      #expect(
        StringTable.placeholders(in: french[key]).sorted()
          == StringTable.placeholders(in: text).sorted(), "\(key)")
      #expect(!text.isEmpty)
    }
  }

  @Test func `French signs keep to the word before them`() throws {
    let table = TemplateLibrary.load().0.strings(for: "fr")
    for (key, text) in table.texts {
      for sign in [" ?", " !", " ;", " :", "« ", " »", "'"] {
        #expect(!text.contains(sign), "\(key): '\(sign)'")
      }
    }
  }

  @Test func `placeholders and plurals are filled in`() {
    let table = TemplateLibrary.load().0.strings(for: "fr")
    #expect(table.count("articles", 0) == "0\u{A0}article")
    #expect(table.count("articles", 1) == "1\u{A0}article")
    #expect(table.count("articles", 2847) == "2\u{202F}847\u{A0}articles")
    #expect(table.format("updatedOn", ["date": "3 mars 2026"]) == "mis à jour le 3 mars 2026")
    let english = TemplateLibrary.load().0.strings(for: "en")
    #expect(english.count("articles", 0) == "0 articles")
    #expect(english.count("articles", 2847) == "2,847 articles")
    #expect(english.count("results", 1, ["query": "{count}"]) == "1 article for “{count}”")
  }

  @Test func `a language without texts reads English and counts its own way`() {
    let table = TemplateLibrary.load().0.strings(for: "de")
    #expect(table["search"] == "Search")
    #expect(TemplateLibrary.load().0.strings(for: "fr-CA")["search"] == "Rechercher")
  }

  @Test func `escapes, comments and bare texts are read`() {
    let text = "\u{FEFF}# note\n\na: \"x \\\"y\\\" \\\\ z\"\n  b: bare text  \r\n"
    let (table, diagnostics) = StringTable.parse(
      SourceText(path: "s.yaml", bytes: Array(text.utf8)), language: "en")
    #expect(diagnostics == [])
    #expect(table.texts == ["a": "x \"y\" \\ z", "b": "bare text"])
  }
}
