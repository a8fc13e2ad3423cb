import Markup
import Testing

/// What writers use reaches the page.
struct HTMLFilterTests {
  @Test(arguments: [
    ("Tapez <kbd>Ctrl</kbd>.", "<p>Tapez <kbd>Ctrl</kbd>.</p>\n"),
    (
      "<details open>\n<summary>É</summary>\n\n**b**\n\n</details>",
      "<details open=\"\">\n<summary>É</summary>\n<p><strong>b</strong></p>\n</details>\n"
    ),
    (
      "<figure><img src=\"a b.png\" alt=\"é\"><figcaption>c</figcaption></figure>",
      "<figure><img src=\"a%20b.png\" alt=\"é\" /><figcaption>c</figcaption></figure>\n"
    ),
    (
      "<video controls poster=p.png><source src=a.mp4 type=video/mp4><track src=b.vtt kind=captions>x</video>",
      "<p><video controls=\"\" poster=\"p.png\"><source src=\"a.mp4\" type=\"video/mp4\" />"
        + "<track src=\"b.vtt\" kind=\"captions\" />x</video></p>\n"
    ),
    ("H<sub>2</sub>O m<sup>2</sup>", "<p>H<sub>2</sub>O m<sup>2</sup></p>\n"),
    ("<abbr title=\"a &amp; b\">c</abbr>", "<p><abbr title=\"a &amp; b\">c</abbr></p>\n"),
    (
      "<mark>a</mark> <time datetime=2026>b</time>",
      "<p><mark>a</mark> <time datetime=\"2026\">b</time></p>\n"
    ),
    ("a<wbr>b<br>c", "<p>a<wbr />b<br />c</p>\n"),
    ("<section>\n\na\n\n</section>", "<section>\n<p>a</p>\n</section>\n"),
    (
      "<picture><source srcset=\"a.webp 1x, b.webp 2x\"><img src=c.png alt=d></picture>",
      "<p><picture><source srcset=\"a.webp 1x, b.webp 2x\" /><img src=\"c.png\" alt=\"d\" /></picture></p>\n"
    ),
    ("<p align=\"center\">a</p>", "<p align=\"center\">a</p>\n"),
    (
      "<a href=\"tel:+33\">a</a> <a href=\"#é\">b</a>",
      "<p><a href=\"tel:+33\">a</a> <a href=\"#%C3%A9\">b</a></p>\n"
    ),
    (
      "<img src=\"data:image/png;base64,AA==\" alt=\"\">",
      "<img src=\"data:image/png;base64,AA==\" alt=\"\" />\n"
    ),
    ("<b>&NotEqualTilde;&eacute;&nbsp;</b>", "<p><b>≂̸é\u{A0}</b></p>\n"),
    ("<unknown>a <b>b</b></unknown>", "<p>a <b>b</b></p>\n"),
    ("a <!-- b --> c", "<p>a  c</p>\n"),
    ("<div>\n*a*\n</div>", "<div>\n*a*\n</div>\n"),
    ("<a href=\"ssh://b\">a</a> <img src=\"ftp://b\">", "<p><a>a</a> <img /></p>\n"),
    ("<b>a & b < c</b>", "<p><b>a &amp; b &lt; c</b></p>\n"),
  ])
  func `what is allowed is kept`(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test func `unclosed tags end with their block`() {
    #expect(html("a <b>b\n\nc") == "<p>a <b>b</b></p>\n<p>c</p>\n")
    #expect(html("- <b>a\n- b") == "<ul>\n<li><b>a</b></li>\n<li>b</li>\n</ul>\n")
    #expect(html("*a <b>b* c</b>") == "<p><em>a <b>b</b></em> c</p>\n")
    #expect(html("a</div></b> b") == "<p>a b</p>\n")
  }

  @Test func `a cut off tag is shown`() {
    #expect(html("<div class=\"a\n\nb") == "&lt;div class=&quot;a\n<p>b</p>\n")
  }

  @Test func `the content of a script is left out`() {
    #expect(html("a <script>b **c**</script> d") == "<p>a  d</p>\n")
    #expect(html("<div><style>a{}</style>b</div>") == "<div>b</div>\n")
  }

  @Test func `raw HTML may not take the page's identifiers`() {
    let options = HTMLOptions(site: false, reservedIDs: ["search"])
    let text =
      "## Un\n\n<a id=\"un\"></a><a id=\"search\"></a><a id=\"x\"></a><a id=\"x\"></a><a id=\"fn-1\"></a>"
    #expect(
      html(text, options)
        == "<h2 id=\"un\">Un</h2>\n<p><a></a><a></a><a id=\"x\"></a><a></a><a></a></p>\n")
    #expect(parse(text).htmlIdentifiers == ["un", "search", "x", "x", "fn-1"])
  }

  @Test func `the renderer's own markup survives the filter`() {
    let text =
      "# É\n\n- [x] a\n\n| a |\n|:-:|\n| b[^1] |\n\n```c++\n<&>\n```\n\n![a](b)\n\n[^1]: c\n"
    for options in [HTMLOptions.plain, HTMLOptions(language: "fr", footnotePrefix: "é-")] {
      let plain = html(text, options)
      #expect(html(text + "\n<!-- c -->\n", options).hasPrefix(String(plain.prefix(200))))
      let filtered = html("<b>z</b>\n\n" + text, options)
      #expect(filtered == "<p><b>z</b></p>\n" + plain)
    }
  }

  @Test func `addresses of raw HTML are resolved`() {
    let options = HTMLOptions { link in
      ResolvedLink(
        href: "/r/\(link.destination)", isExternal: link.element == "a", width: 4, height: 3)
    }
    #expect(
      html("<a href=\"a\">b</a> <img src=\"c\"> <img srcset=\"d 1x, e 2x\">", options)
        == "<p><a href=\"/r/a\" rel=\"noopener noreferrer\">b</a> "
        + "<img src=\"/r/c\" width=\"4\" height=\"3\" loading=\"lazy\" decoding=\"async\" /> "
        + "<img srcset=\"/r/d 1x, /r/e 2x\" loading=\"lazy\" decoding=\"async\" /></p>\n")
  }

  @Test func `nothing is filtered when asked`() {
    #expect(html("<script>a</script>", .commonMark) == "<script>a</script>\n")
    #expect(html("[a](javascript:b)", .commonMark) == "<p><a href=\"javascript:b\">a</a></p>\n")
    #expect(html("[a](javascript:b)") == "<p><a href=\"\">a</a></p>\n")
    #expect(html("![a](DATA:text/html,b)") == "<p><img src=\"\" alt=\"a\" /></p>\n")
    #expect(html("[a](ssh://b)") == "<p><a href=\"ssh://b\">a</a></p>\n")
  }
}
