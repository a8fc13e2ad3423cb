import Content
import Testing

@testable import Rendering

@Suite struct TextFormatTests {
  @Test(arguments: [
    ("a", "a"), ("<&>\"'", "&lt;&amp;&gt;&quot;&#39;"), ("é & è", "é &amp; è"), ("", ""),
  ])
  func `HTML is escaped`(text: String, expected: String) {
    #expect(HTMLText.escaped(text) == expected)
  }

  @Test func `JSON is escaped for scripts too`() {
    let value = JSONText.object([
      (
        "a\"\\",
        .array([.string("\u{0}\n</script>&\u{2028}\u{7F}é"), .number(-1), .bool(true), .null])
      )
    ])
    #expect(
      value.text
        == "{\"a\\\"\\\\\":[\"\\u0000\\n\\u003c/script\\u003e\\u0026\\u2028\\u007fé\",-1,true,null]}"
    )
  }

  @Test(
    arguments: zip(
      ["fr", "fr-CA", "en", "de"], ["2\u{202F}847", "2\u{202F}847", "2,847", "2\u{202F}847"]))
  func `thousands are grouped`(language: String, expected: String) {
    #expect(LocaleFormat(language).number(2847) == expected)
    #expect(LocaleFormat(language).number(-7) == "-7")
  }

  @Test(
    arguments: zip(
      ["fr", "en", "de"], ["3\u{A0}mars\u{A0}2026", "3\u{A0}March\u{A0}2026", "2026-03-03"]))
  func `dates are in words`(language: String, expected: String) throws {
    #expect(LocaleFormat(language).date(iso: "2026-03-03") == expected)
    #expect(LocaleFormat(language).date(iso: "soon") == "soon")
  }

  @Test func `the first of a month is special in French`() {
    #expect(LocaleFormat("fr").date(iso: "2026-02-01") == "1er\u{A0}février\u{A0}2026")
  }

  @Test func `words sort without their accents`() {
    let words = ["zèbre", "Élan", "eau", "Œuf", "étage", "ete", "été"]
    #expect(
      words.sorted { CollationKey($0) < CollationKey($1) }
        == ["eau", "Élan", "étage", "ete", "été", "Œuf", "zèbre"])
    #expect(
      ["Élan", "œuf", "2 piles", "« Non »", "…"].map(CollationKey.initial) == [
        "E", "O", "#", "N", "#",
      ])
  }

  @Test func `style sheets lose comments and blanks, not strings`() {
    let css = "/* a */\n.a { content: \"/* b */  c\"; }\n\n  .b::after{content:'\\'/*'}\n/* open"
    #expect(
      String(decoding: StyleSheet.compacted(Array(css.utf8)), as: UTF8.self)
        == ".a{content:\"/* b */  c\"}.b::after{content:'\\'/*'}\n")
  }

  @Test(arguments: [
    (
      "a :hover > b,\n  c + d { margin: 0 -1px !important; }",
      "a :hover>b,c + d{margin:0 -1px!important}"
    ),
    (
      "@media (width > 1rem) and (hover: none) { a { top: calc( 1px + 2px ) } }",
      "@media (width>1rem) and (hover:none){a{top:calc(1px + 2px)}}"
    ),
    (":root {\n  --a: ;\n  --b: url( \"x y\" );\n}", ":root{--a:;--b:url(\"x y\")}"),
  ])
  func `blanks that say something stay`(css: String, small: String) {
    #expect(String(decoding: StyleSheet.compacted(Array(css.utf8)), as: UTF8.self) == small + "\n")
  }

  @Test func `language names are their own`() {
    #expect(LanguageName.own(of: "fr") == "Français")
    #expect(LanguageName.own(of: "fr-CA") == "Français (CA)")
    #expect(LanguageName.own(of: "xx") == "xx")
  }
}
