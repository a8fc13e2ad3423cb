import Markup
import Testing

struct PositionTests {
  /// Each text has one link or image; its source and its address's source follow.
  @Test(arguments: [
    ("[a](b)", "[a](b)", "b"),
    ("é [é](é/à.md) é", "[é](é/à.md)", "é/à.md"),
    ("x ![é](b.png \"t\") y", "![é](b.png \"t\")", "b.png"),
    ("[a](<b c>)", "[a](<b c>)", "b c"),
    ("[a]( b  'c' )", "[a]( b  'c' )", "b"),
    ("[a](b\\*c)", "[a](b\\*c)", "b\\*c"),
    ("[a](b&amp;c)", "[a](b&amp;c)", "b&amp;c"),
    ("[a](b(c)d)", "[a](b(c)d)", "b(c)d"),
    ("[a [b] c](d)", "[a [b] c](d)", "d"),
    ("`[x](b)` \\[a](b) [a](b)", "[a](b)", "b"),
    ("> é\n> [a](b)", "[a](b)", "b"),
    ("> é\n[a](b)", "[a](b)", "b"),
    ("> > é\n>      [a\n>> c](b)", "[a\n>> c](b)", "b"),
    ("- é\n  - x\n    [a](b)", "[a](b)", "b"),
    ("1. é\n\n   > x\n   > [a](b)", "[a](b)", "b"),
    ("# é [a](b) #", "[a](b)", "b"),
    ("é\n[a](b)\n===", "[a](b)", "b"),
    ("| é | b |\n|---|---|\n| é | [a](b) |", "[a](b)", "b"),
    ("| é |\n|---|\n| x \\| y \\| [a](b) |", "[a](b)", "b"),
    ("| é [a](b) |\n|---|", "[a](b)", "b"),
    ("> | é |\n> |---|\n> | [a](b) |", "[a](b)", "b"),
    ("é <https://é.fr/>", "<https://é.fr/>", "https://é.fr/"),
    ("é https://a.fr/b.", "https://a.fr/b", "https://a.fr/b"),
    ("é **gras [a](b)**", "[a](b)", "b"),
    ("~~é [a](b)~~", "[a](b)", "b"),
    ("é[^1]\n\n[^1]: é [a](b)", "[a](b)", "b"),
    ("é\r\n\r\n> é\r\n> [a](b)\r\n", "[a](b)", "b"),
    ("\u{FEFF}é [a](b)", "[a](b)", "b"),
    ("[r]: x\n[s]: y\né [a](b)", "[a](b)", "b"),
    ("é  \n  [a](b)  \nc", "[a](b)", "b"),
    ("é\u{0}é [a](b)", "[a](b)", "b"),
    ("é a [a](https://é.fr/a)", "[a](https://é.fr/a)", "https://é.fr/a"),
    ("é [a](\nb\n)", "[a](\nb\n)", "b"),
  ])
  func `a link is found to the byte`(text: String, link: String, address: String) throws {
    let document = parse(text)
    let found = try #require((document.links + document.images).first)
    #expect(slice(text, found.range) == link)
    #expect(found.destinationRange.map { slice(text, $0) } == address)
  }

  @Test(arguments: [
    ("[a][b] é\n\n[b]: c 'd'", "[a][b]", "c"),
    ("[b][] é\n\n[b]: <c d>", "[b][]", "c d"),
    ("é [b]\n\n> [B]:\n> c", "[b]", "c"),
    ("![é][b]\n\n- x\n\n  [b]: c.png", "![é][b]", "c.png"),
  ])
  func `a reference link's address is in its definition`(
    text: String, link: String, address: String
  ) throws {
    let document = parse(text)
    let found = try #require((document.links + document.images).first)
    #expect(slice(text, found.range) == link)
    #expect(found.destinationRange.map { slice(text, $0) } == address)
  }

  @Test func `links of one paragraph are told apart`() {
    let text = "[a](b) é [a](b) ![a](b) [![x](y)](z) www.a.fr <b>[a](b)</b> [a\nb](c) [d](e)"
    let document = parse(text)
    #expect(
      document.links.map { slice(text, $0.range) } == [
        "[a](b)", "[a](b)", "[![x](y)](z)", "www.a.fr", "[a](b)", "[a\nb](c)", "[d](e)",
      ])
    let starts = document.links.map(\.range.lowerBound)
    #expect(starts == starts.sorted() && Set(starts).count == starts.count)
    #expect(document.links[3].destination == "http://www.a.fr")
    #expect(document.links[3].destinationRange == nil)
    #expect(document.images.map { slice(text, $0.range) } == ["![a](b)", "![x](y)"])
  }

  @Test func `addresses in raw HTML are found`() {
    let text = """
      > <p>é
      > <img alt="é" src='a.png' SRCSET="b.png 2x, b3.png 3x">

      <video poster=p.png><source src="v.mp4"></video> <a href="c&amp;d">e</a>
      """
    let images = parse(text).images
    #expect(images.map(\.destination) == ["a.png", "b.png", "b3.png", "p.png", "v.mp4", "c&d"])
    #expect(
      images.map { $0.destinationRange.map { slice(text, $0) } } == [
        "a.png", "b.png", "b3.png", "p.png", "v.mp4", "c&amp;d",
      ])
    #expect(images.map(\.element) == ["img", "img", "img", "video", "source", "a"])
    #expect(images.allSatisfy { $0.kind == .html })
  }

  @Test func `front matter shifts every range`() throws {
    let text = "---\ntitle: é\n---\n# Un\n\n[a](b)\n"
    let offset = Array("---\ntitle: é\n---\n".utf8).count
    let document = MarkupParser().parse(Array(text.utf8), from: offset)
    let link = try #require(document.links.first)
    #expect(slice(text, link.range) == "[a](b)")
    #expect(document.outline.headings.map { slice(text, $0.range) } == ["# Un"])
    #expect(document.html(.plain) == Array("<h1>Un</h1>\n<p><a href=\"b\">a</a></p>\n".utf8))
  }

  @Test func `bytes that are not UTF-8 do not shift what follows`() throws {
    let bytes: [UInt8] = [0xFF, 0x20, 0xC3, 0x20, 0xED, 0xA0, 0x80, 0x20] + Array("[a](b) x".utf8)
    let document = MarkupParser().parse(bytes)
    let link = try #require(document.links.first)
    #expect(bytes[link.range].elementsEqual("[a](b)".utf8))
    #expect(document.html(.plain).starts(with: Array("<p>\u{FFFD} \u{FFFD} \u{FFFD}".utf8)))
  }

  @Test func `blocks have their source`() {
    let text = "# É\n\n> q\n\n- a\n- b\n\n```\nc\n```\n"
    let document = parse(text)
    let blocks = document.root.children.map { slice(text, $0.range) }
    #expect(blocks == ["# É", "> q", "- a\n- b\n", "```\nc\n```"])
    #expect(document.root.children.map(\.kind) == [.heading, .blockQuote, .bulletList, .codeBlock])
  }
}
