import Markup
import Testing

/// What site mode adds.
struct SiteHTMLTests {
  let french = HTMLOptions(language: "fr")

  @Test func `headings link to themselves`() {
    #expect(
      html("## Été *a*", french)
        == "<h2 id=\"ete-a\">Été <em>a</em><a class=\"anchor\" href=\"#ete-a\" "
        + "aria-label=\"Lien vers cette section : Été a\"></a></h2>\n")
    #expect(html("## a", HTMLOptions(site: false)) == "<h2 id=\"a\">a</h2>\n")
  }

  @Test(arguments: [
    ("NOTE", "note", "Note"), ("tip", "tip", "Astuce"), ("Important", "important", "Important"),
    ("WARNING", "warning", "Attention"), ("CAUTION", "caution", "Danger"),
  ])
  func `callouts are labelled in the article's language`(word: String, kind: String, label: String)
  {
    #expect(
      html("> [!\(word)]\n> a\n>\n> b", french)
        == "<div class=\"callout callout-\(kind)\" role=\"note\">\n<p class=\"callout-title\">"
        + "<span class=\"callout-icon\" aria-hidden=\"true\"></span>\(label)</p>\n"
        + "<p>a</p>\n<p>b</p>\n</div>\n")
  }

  @Test func `callouts may have titles and odd shapes`() {
    let head =
      "<div class=\"callout callout-note\" role=\"note\">\n<p class=\"callout-title\">"
      + "<span class=\"callout-icon\" aria-hidden=\"true\"></span>"
    #expect(html("> [!NOTE] Un *b*\n> c").isEmpty == false)
    #expect(
      html("> [!NOTE] Un *b* `c`\n> d", french) == head
        + "Un <em>b</em> <code>c</code></p>\n<p>d</p>\n</div>\n")
    #expect(html("> [!NOTE]", french) == head + "Note</p>\n</div>\n")
    #expect(html("> [!NOTE] a", french) == head + "a</p>\n</div>\n")
    #expect(
      html("> [!NOTE]\n>\n> - a", french) == head + "Note</p>\n<ul>\n<li>a</li>\n</ul>\n</div>\n")
    #expect(
      html("> [!NOTE]**a**\n> b", french) == head + "<strong>a</strong></p>\n<p>b</p>\n</div>\n")
    #expect(html("> [!NOTE]  \n> b", french) == head + "Note</p>\n<p>b</p>\n</div>\n")
    #expect(
      html("- > [!NOTE]\n  > b", french) == "<ul>\n<li>\n" + head
        + "Note</p>\n<p>b</p>\n</div>\n</li>\n</ul>\n")
    #expect(html("> [!AUTRE]\n> a", french) == "<blockquote>\n<p>[!AUTRE]\na</p>\n</blockquote>\n")
    #expect(
      html("> a [!NOTE]\n> b", french) == "<blockquote>\n<p>a [!NOTE]\nb</p>\n</blockquote>\n")
    #expect(html("> [!NOTE]\n> a") == "<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>\n")
  }

  @Test func `labels can be replaced, and other languages read English`() {
    var options = HTMLOptions(language: "de-AT")
    #expect(options.labels == .english)
    options.labels.callouts[.note] = "Hinweis <1>"
    #expect(html("> [!NOTE]\n> a", options).contains("</span>Hinweis &lt;1&gt;</p>"))
  }

  @Test func `tables scroll and are numbered`() {
    let table = "| a |\n|---|\n| b |\n"
    let output = html("\(table)\n\(table)", french)
    #expect(
      output.hasPrefix(
        "<div class=\"table-scroll\" role=\"region\" aria-label=\"Tableau 1\" tabindex=\"0\">\n<table>\n<thead>"
      ))
    #expect(output.contains("aria-label=\"Tableau 2\""))
    #expect(output.hasSuffix("</tbody>\n</table>\n</div>\n"))
  }

  @Test func `code names its language`() {
    #expect(
      html("```yaml t\na: <b>\n```", french)
        == "<div class=\"code-block\" data-language=\"yaml\"><pre tabindex=\"0\">"
        + "<code class=\"language-yaml\">a: &lt;b&gt;\n</code></pre></div>\n")
    #expect(
      html("    a", french)
        == "<div class=\"code-block\"><pre tabindex=\"0\"><code>a\n</code></pre></div>\n")
  }

  @Test func `numbered lists at the top are steps`() {
    #expect(
      html("2. a\n   1. b", french)
        == "<ol class=\"steps\" start=\"2\">\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n</ol>\n")
    #expect(
      html("- [ ] a", french).contains(
        "<li class=\"task\"><input type=\"checkbox\" disabled=\"\" /> a"))
  }

  @Test func `links and images are resolved`() {
    let options = HTMLOptions { link in
      switch link.destination {
      case "a.md": ResolvedLink(href: "/fr/a/?b&c", language: "en")
      case "i.png": ResolvedLink(href: "/i.1.png", width: 2, height: 1)
      case "bad": ResolvedLink(href: "javascript:x")
      default:
        link.destination.hasPrefix("https:")
          ? ResolvedLink(href: link.destination, isExternal: true) : nil
      }
    }
    #expect(
      html("[x](a.md \"t\")", options)
        == "<p><a href=\"/fr/a/?b&amp;c\" title=\"t\" hreflang=\"en\">x</a></p>\n")
    #expect(
      html("[x](https://a.fr)", options)
        == "<p><a href=\"https://a.fr\" class=\"external\" rel=\"noopener noreferrer\">x</a></p>\n")
    #expect(html("[x](y)", options) == "<p><a href=\"y\">x</a></p>\n")
    #expect(html("[x](bad)", options) == "<p><a href=\"\">x</a></p>\n")
    #expect(
      html("![x](i.png 't')", options)
        == "<figure><img src=\"/i.1.png\" alt=\"x\" title=\"t\" width=\"2\" height=\"1\" loading=\"lazy\" decoding=\"async\" /><figcaption>t</figcaption></figure>\n"
    )
  }

  @Test func `footnotes of several documents share a page`() {
    let output = html("a[^1]\n\n[^1]: b", HTMLOptions(language: "fr", footnotePrefix: "p2-"))
    #expect(output.contains("href=\"#p2-fn-1\" id=\"p2-fnref-1\""))
    #expect(output.contains("<li id=\"p2-fn-1\">"))
    #expect(
      output.contains(
        "<a href=\"#p2-fnref-1\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Retour au texte\">"
      ))
  }
}

@Suite struct SiteDressingTests {
  private func html(_ text: String, _ language: String = "en") -> String {
    let options = HTMLOptions(language: language)
    return String(decoding: parse(text).html(options), as: UTF8.self)
  }

  @Test func `an image with a title alone in its paragraph is a figure`() {
    let figure = html("![Panel](panel.png \"The *panel*\")\n")
    #expect(figure.hasPrefix("<figure><img src=\"panel.png\" alt=\"Panel\""))
    #expect(figure.hasSuffix("<figcaption>The *panel*</figcaption></figure>\n"))
    #expect(html("![Panel](panel.png)\n").hasPrefix("<p><img"))
    #expect(html("See ![Panel](panel.png \"x\")\n").hasPrefix("<p>See <img"))
  }

  @Test func `a video written as an image is played by the browser and fetched when asked for`() {
    #expect(
      html("![Reset](reset.MP4?v=2)\n")
        == "<p><video src=\"reset.MP4?v=2\" aria-label=\"Reset\" controls=\"\" preload=\"none\""
        + " playsinline=\"\"><a href=\"reset.MP4?v=2\">Reset</a></video></p>\n")
    #expect(!html("![x](javascript:a.mp4)").contains("javascript"))
  }

  @Test func `the result of a step is told apart, and other emphasis is not`() {
    #expect(
      html("1. Press. *Expected: it *blinks*.*\n2. *Wait* now.\n")
        .contains("Press. <em class=\"expected\">Expected: it <em>blinks</em>.</em>"))
    #expect(html("1. *Wait* now. *Soon.*\n").contains("<em>Soon.</em>"))
    #expect(html("*Expected: nothing.*\n").contains("<em>Expected"))
    #expect(
      html("1. Appuyez. *Attendu : vert.*\n", "fr").contains("<em class=\"expected\">Attendu"))
  }
}
