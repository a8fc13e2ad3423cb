import Markup
import Testing

struct RobustnessTests {
  @Test(arguments: [
    "> ", "- ", "*", "[", "![", "<b>", "~~", "1. ", "`", "_a ", "<div>\n\n", "[a](",
  ])
  func `ten thousand levels are read and written`(mark: String) {
    let text = String(repeating: mark, count: 10_000) + "a"
    let document = parse(text)
    #expect(!document.html(HTMLOptions()).isEmpty)
    #expect(document.sections.count == 1)
    _ = document.links
    _ = document.images
  }

  @Test func `deep nesting with raw HTML passes the filter`() {
    let text = String(repeating: "> ", count: 10_000) + "<b>a</b> c"
    let output = html(text)
    #expect(output.contains("<b>a</b> c"))
    #expect(SafeHTML.faults(in: output).isEmpty)
  }

  @Test(arguments: [
    [], [0], [0xFF], [0xEF, 0xBB, 0xBF], [0x0D], [0x0A], [0xC3], [0xED, 0xA0, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0x5B], [0x60], [0x3C], [0x26], [0x5C], [0x7C, 0x0A, 0x2D],
    [0x3C, 0x62, 0x3E, 0x00, 0x01, 0x1F, 0x7F, 0xC2, 0x80, 0xEF, 0xBF, 0xBF], [0x3E], [0x23],
  ])
  func `any bytes are read`(bytes: [UInt8]) {
    for bytes in [bytes, bytes + bytes, Array("é ".utf8) + bytes + Array("\n\n<i>b</i>".utf8)] {
      for offset in [0, 1, bytes.count, bytes.count + 9, -1] {
        let document = MarkupParser().parse(bytes, from: offset)
        let output = document.html(HTMLOptions())
        #expect(String(validating: output, as: UTF8.self) != nil)
        #expect(SafeHTML.faults(in: String(decoding: output, as: UTF8.self)).isEmpty)
        #expect(document.allNodes.allSatisfy { $0.range.upperBound <= max(bytes.count, 3) })
        _ = document.markdown { _ in "x" }
      }
    }
  }

  @Test func `random bytes are read and written safely`() {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "<", ">", "\"", "'", "=", "b", "<b", "<a href=", "</b>", "\n", "\n\n", "> ", "- ", "|",
      "|-|\n",
      "`", "*", "[", "](", ")", "![", "&#106;", "javascript:", "<!--", "-->", "<script>",
      "</script>",
      "<div>", "</div>", "<svg>", "<p", " on", "click", "é", "\u{0}", "[^1]", "[^1]: ", "# ",
      "<details>",
      "balise", "<table>", "<td>", "</p>", "<img src=", "<br/>", "<![CDATA[", "]]>", "/", "[!NOTE]",
    ]
    for _ in 0..<600 {
      var text = ""
      for _ in 0...next(40) { text += pieces[next(pieces.count)] }
      let output = html(text, HTMLOptions())
      #expect(SafeHTML.faults(in: output).isEmpty, "\(text) gave \(output)")
      let bytes = Array(text.utf8)
      let document = MarkupParser().parse(bytes)
      for link in document.links + document.images {
        #expect(link.range.upperBound <= bytes.count)
        if let range = link.destinationRange { #expect(range.upperBound <= bytes.count) }
      }
      #expect(document.markdown { _ in nil } == bytes)
    }
  }

  @Test func `many tasks give the bytes of one`() async {
    let cases = (try? GFMAgreementTests.cases()) ?? []
    let texts = (0..<400).map { index in
      cases[index % cases.count].input + Array("\n\n~~a~~ www.b.fr <i>c</i> \(index)\n".utf8)
        + cases[(index * 7) % cases.count].input
    }
    let serial = texts.map { MarkupParser().parse($0).html(HTMLOptions()) }
    for _ in 0..<5 {
      let parallel = await withTaskGroup(of: [(Int, [UInt8])].self) { group in
        for lane in 0..<4 {
          group.addTask {
            stride(from: lane, to: texts.count, by: 4).map {
              ($0, MarkupParser().parse(texts[$0]).html(HTMLOptions()))
            }
          }
        }
        var all = [[UInt8]](repeating: [], count: texts.count)
        for await part in group { for (index, bytes) in part { all[index] = bytes } }
        return all
      }
      #expect(parallel == serial)
    }
  }
}
