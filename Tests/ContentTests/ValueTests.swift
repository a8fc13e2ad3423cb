import Content
import Testing

@Suite struct `Values` {
  @Test(arguments: [
    ("2026-01-31", "2026-01-31"), ("2024-02-29", "2024-02-29"),
    ("2026-01-31T23:59:59+14:00", "2026-01-31"), ("2026-01-31 08:00", "2026-01-31"),
    ("0001-01-01", "0001-01-01"), ("9999-12-31", "9999-12-31"),
  ])
  func `a day is read`(text: String, day: String) {
    #expect(CalendarDate(text)?.description == day)
  }

  @Test(arguments: [
    "", "2026", "2026-1-31", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "31-01-2026",
    "2026/01/31", "0000-01-01", "2026-01-31x", "٢٠٢٦-٠١-٣١",
  ])
  func `what is no day is not`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `days are counted from 1970`() throws {
    let expected = [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
      ("2026-01-31", 20_484),
    ]
    for (text, days) in expected { #expect(try #require(CalendarDate(text)).daysSince1970 == days) }
  }

  @Test(arguments: [
    ("L’été à 40 °C", "l-ete-a-40-c"), ("Œuvre d'art", "oeuvre-d-art"), ("  A  b_c  ", "a-b-c"),
    ("ＡＢＣ", "ａｂｃ"), ("Привет, мир", "привет-мир"), ("e\u{301}te\u{301}", "ete"),
    ("!!!", "article"), ("", "article"), ("Straße", "strasse"), ("../etc/passwd", "etc-passwd"),
    ("电池", "电池"), ("100 %", "100"),
  ])
  func `a slug is made of any text`(text: String, slug: String) {
    #expect(Slug.make(from: text) == slug)
    #expect(Slug.isValid(slug))
  }

  @Test(arguments: [
    "", "-a", "a-", "A", "a b", "a/b", "..", "a..b", ".a", "é", "a%20b", "a?b", "a#b", "a\\b",
    "a\u{0}", "É", String(repeating: "a", count: 201),
  ])
  func `what cannot be part of an address is no slug`(text: String) {
    #expect(!Slug.isValid(text))
  }

  @Test(arguments: ["a", "a-b", "v1.2", "a_b", "2026", "電池"])
  func `what can be is one`(text: String) {
    #expect(Slug.isValid(text))
  }

  @Test func `a very long title gives a slug that a folder can have`() {
    #expect(Slug.make(from: String(repeating: "été ", count: 500)).utf8.count <= 200)
  }

  @Test(arguments: ["fr", "en", "fr-CA", "zh-Hant", "gsw", "es-419"])
  func `a language code is one`(text: String) {
    #expect(LanguageCode(rawValue: text).isValid)
  }

  @Test(arguments: ["", "f", "FR", "french", "fr_CA", "fr-", "-fr", "fr-C", "..", "fr/x"])
  func `what is no language code is not`(text: String) {
    #expect(!LanguageCode(rawValue: text).isValid)
  }

  @Test func `a localized value falls back to the language, then to the default`() {
    let value = Localized<String>(["fr": "a", "en": "b"])
    #expect(value.value(for: "fr-CA", fallback: "en") == "a")
    #expect(value.value(for: "de", fallback: "en") == "b")
    #expect(value.value(for: "de", fallback: "it") == nil)
  }

  @Test(arguments: ["reset", "a/b-c_d.e", "été", "2026"])
  func `an identifier is one`(text: String) {
    #expect(ArticleID(rawValue: text).isValid)
  }

  @Test(arguments: ["", "/a", "a/", "a//b", "../a", "a b", "a\tb", "a\"b", "a?b"])
  func `what is no identifier is not`(text: String) {
    #expect(!ArticleID(rawValue: text).isValid)
  }

  @Test func `line endings and blanks at the end do not change the hash of an original`() {
    func hash(_ text: String, title: String = "T") -> String {
      SourceHash(title: title, description: "", bytes: Array(text.utf8), bodyOffset: 0).description
    }
    #expect(hash("a\nb\n") == hash("a  \r\nb\r\n\r\n"))
    #expect(hash("a\nb") != hash("a b"))
    #expect(hash("a b") != hash("ab"))
    #expect(hash("a\n\nb") != hash("a\nb"))
    #expect(hash("a", title: "U") != hash("a"))
    #expect(hash("").utf8.count == 16)
  }
}
