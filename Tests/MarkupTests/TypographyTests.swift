import Markup
import Testing

@Suite struct TypographyTests {
  /// The body of a document's only paragraph; `~` stands for U+00A0 and `_` for U+202F.
  private func set(_ typography: Typography, _ text: String) -> String {
    let html = MarkupParser(typography: typography).parse(Array(text.utf8)).html(.plain)
    let body = String(String(decoding: html, as: UTF8.self).dropFirst(3).dropLast(5))
    return body.replacing("\u{A0}", with: "~").replacing("\u{202F}", with: "_")
  }

  @Test(
    arguments: zip(
      [
        "Pourquoi ? Parce que : oui ; non !", "« tiens »", "47,2 °C et 80 % de 12 000 cycles, 5 V.",
        "l'aide d'un *ami* : `a : b ?` !", "Il dit \"bonjour *toi*\".", "une \"seule",
        "3\" et 5\" de large",
        "1 234 567 V", "en 2026 120 fois", "514 555 1234", "à 12:30 ::note", "<kbd>a : b</kbd> : c",
        "https://a.example/?q=l'a :", "[https://a.example/l'a](https://a.example/l'a)",
        "déjà : fait",
        "**gras** : suite", "fin :\nsuite", "a ?b", "*47* V",
      ],
      [
        "Pourquoi_? Parce que~: oui_; non_!", "«~tiens~»", "47,2~°C et 80~% de 12_000 cycles, 5~V.",
        "l’aide d’un <em>ami</em>~: <code>a : b ?</code>_!", "Il dit «~bonjour <em>toi</em>~».",
        "une &quot;seule", "3&quot; et 5&quot; de large", "1_234_567~V", "en 2026 120 fois",
        "514_555 1234", "à 12:30 ::note", "<kbd>a : b</kbd>~: c",
        "<a href=\"https://a.example/?q=l&#x27;a\">https://a.example/?q=l'a</a>~:",
        "<a href=\"https://a.example/l&#x27;a\">https://a.example/l'a</a>", "déjà~: fait",
        "<strong>gras</strong>~: suite", "fin~:\nsuite", "a ?b", "<em>47</em>~V",
      ]))
  func `French is set with no-break spaces`(text: String, expected: String) {
    #expect(set(.french, text) == expected)
  }

  @Test(
    arguments: zip(
      [
        "\"Why?\" it's *\"so\"*", "the '90s, 'quoted' and don't", "the cells' 5 V, 40 % at 12 000",
        "`it's \"code\"`", "a 5\" and a 7\" pipe", "(\"in brackets\")", "Why ? So : that",
      ],
      [
        "“Why?” it’s <em>“so”</em>", "the '90s, ‘quoted’ and don’t",
        "the cells’ 5~V, 40~% at 12 000",
        "<code>it's &quot;code&quot;</code>", "a 5&quot; and a 7&quot; pipe", "(“in brackets”)",
        "Why ? So : that",
      ]))
  func `English is set with curly quotes`(text: String, expected: String) {
    #expect(set(.english, text) == expected)
  }

  @Test func `what is set already stays, and setting twice changes nothing`() {
    let text = "«~Oui~»~: l’aide à 45~°C_? Non_; 12_000_!"
      .replacing("~", with: "\u{A0}").replacing("_", with: "\u{202F}")
    #expect(Typography.french.set(text) == text)
    let once = Typography.french.set("Est-ce \"vrai\" ? l'eau à 5 V : 1 000 !")
    #expect(Typography.french.set(once) == once)
  }

  @Test func `headings keep their anchors, and sections are set as the page is`() {
    let source = "## Que faire ?\n\nCouper l'eau : vite !\n"
    let plain = MarkupParser().parse(Array(source.utf8))
    let document = MarkupParser(typography: .french).parse(Array(source.utf8))
    #expect(document.outline.headings.map(\.anchor) == plain.outline.headings.map(\.anchor))
    #expect(document.outline.headings[0].text == "Que faire\u{202F}?")
    let text = String(decoding: document.sections[0].text, as: UTF8.self)
    #expect(text == "Couper l’eau\u{A0}: vite\u{202F}!\n")
  }

  @Test(arguments: ["fr", "fr-CA", "FR_fr"])
  func `a language code names its typography`(code: String) {
    #expect(Typography(language: code) == .french)
    #expect(Typography(language: "de") == nil)
  }
}
