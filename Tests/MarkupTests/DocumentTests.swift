import Markup
import Testing

struct DocumentTests {
  @Test(arguments: [
    ("Hello World", "hello-world"), ("Réglage à 0 °C", "reglage-a-0-c"),
    ("Qu'est-ce que l'œuvre ?", "quest-ce-que-loeuvre"), ("a.b/c_d-e", "abc_d-e"),
    ("ÉÈÀÇÔ Straße", "eeaco-strasse"), ("中文 标题", "中文-标题"), ("Привет МИР", "привет-мир"),
    ("🔋", "section"), ("", "section"), ("  a  b  ", "a--b"), ("e\u{301}", "e"),
    ("a\u{A0}b", "a-b"), ("`code` *x*", "code-x"),
  ])
  func `anchors are GitHub's with accents folded`(text: String, anchor: String) {
    #expect(parse("## \(text)\n").outline.headings.first?.anchor == anchor)
  }

  @Test func `anchors are unique and stable`() {
    let outline = parse("# a\n# a\n# a-1\n# a\n# A!").outline
    #expect(outline.headings.map(\.anchor) == ["a", "a-1", "a-1-1", "a-2", "a-3"])
    #expect(outline.contains(anchor: "a-2"))
    #expect(!outline.contains(anchor: "a-9"))
  }

  @Test func `headings nest for a table of contents`() {
    let outline = parse("# t\n## a\n#### b\n### c\n## d\nx\n===\n## e").outline
    #expect(outline.headings.map(\.level) == [1, 2, 4, 3, 2, 1, 2])
    let entries = outline.entries(levels: 2...4)
    #expect(entries.map(\.heading.text) == ["a", "d", "e"])
    #expect(entries.first?.children.map(\.heading.text) == ["b", "c"])
    #expect(outline.entries(levels: 3...3).map(\.heading.text) == ["c"])
  }

  @Test func `a heading's text has no marks`() {
    let heading = parse("## *a* `b` [c](d) ![e](f) <b>g</b> ~~h~~ &amp;").outline.headings.first
    #expect(heading?.text == "a b c e g h &")
  }

  @Test func `sections hold plain text`() {
    let text = """
      Début *penché*
      suite.

      ## Un

      - a
      - b `c`

      | d | e |
      |---|---|
      | f | g |

      ![image](x.png) <b>h</b>&eacute;

      > [!NOTE] Titre
      > corps

      ## Deux
      ### Trois

      ```
      code
      ```
      <div>i <script>j</script>&amp;</div>
      """
    let sections = parse(text).sections
    #expect(sections.map(\.heading) == [nil, 0, 1, 2])
    #expect(
      sections.map { String(decoding: $0.text, as: UTF8.self) } == [
        "Début penché suite.\n", "a\nb c\nd e\nf g\nimage hé\nTitre corps\n", "",
        "code\ni &\n",
      ])
    #expect(parse("").sections == [TextSection(heading: nil, text: [])])
  }

  @Test func `links carry text and title`() {
    let links = parse("[*a* `b`](c \"d\") <https://e.fr>").links
    #expect(links.map(\.text) == ["a b", "https://e.fr"])
    #expect(links.map(\.title) == ["d", ""])
    #expect(parse("![a *b*](c 'd')").images.map(\.text) == ["a b"])
  }

  @Test func `the tree can be walked`() throws {
    let document = parse("3. [x] *a*\n   ```yaml t\n   b\n   ```\n\n> [!TIP]\n> c\n")
    let list = try #require(document.root.children.first)
    #expect(list.kind == .orderedList && list.start == 3)
    let item = try #require(list.children.first)
    #expect(item.isChecked == true)
    #expect(item.children.map(\.kind) == [.paragraph, .codeBlock])
    #expect(item.children.last?.info == "yaml t" && item.children.last?.literal == "b\n")
    #expect(document.root.children.last?.callout == .tip)
    #expect(document.allNodes.filter { $0.kind == .emphasis }.count == 1)
  }

  @Test func `the Markdown keeps all but addresses`() {
    let text =
      "# É [a](b)\r\n\r\n> ![x](y \"t\") [r] [r][] <a href='c'>d</a>\n\n[r]: <z w>\n\n    [a](b)\n"
    let result = parse(text).markdown { link in
      link.destination == "b" ? "/b (é)" : link.kind == .html ? "h'&" : "/\(link.destination)"
    }
    #expect(
      String(decoding: result, as: UTF8.self)
        == "# É [a](/b%20%28é%29)\r\n\r\n> ![x](/y \"t\") [r] [r][] <a href='h%27&amp;'>d</a>\n\n"
        + "[r]: </z%20w>\n\n    [a](b)\n")
    #expect(parse(text).markdown { _ in nil } == Array(text.utf8))
  }

  @Test func `writers are told what is wrong`() {
    #expect(
      problems(
        """
        # Un

        é <script>x</script> <b onclick=y>z</b>

        > [!NOTTE]
        > a

        [](b) [c]() ![](d) [![](e)](f)

        [g](javascript:h)

        ##

        <div x="
        """) == [
          "1:1 heading-level-one", "3:3 html-removed", "3:22 html-removed", "5:3 callout-unknown",
          "8:1 link-empty", "8:7 link-empty", "8:13 image-without-description",
          "8:21 image-without-description", "10:1 link-unsafe", "12:1 heading-empty",
          "14:1 html-removed",
        ])
    #expect(problems("## Un\n\n[a](b) <kbd>c</kbd>\n\n> [!TIP]\n> d\n") == [])
  }
}
