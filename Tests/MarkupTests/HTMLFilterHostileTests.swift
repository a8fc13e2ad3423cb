import Markup
import Testing

/// Input of people who want a script to run, and of people who mistype.
struct HTMLFilterHostileTests {
  static let attacks: [String] = [
    // Elements.
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//e.example/x.js></SCRIPT>",
    "<ScRiPt >alert(1)</sCrIpT >",
    "a <script>alert(1)</script> b",
    "a <script>alert(1) **b**",
    "<script/x>alert(1)</script/y>",
    "<<script>alert(1);//<</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\u{0}>alert(1)</script>",
    "<\u{0}script>alert(1)</script>",
    "<script\n>alert(1)</script\n>",
    "<style>*{background:url(javascript:alert(1))}</style>",
    "<style><img src=\"</style><img src=x onerror=alert(1)>\">",
    "<iframe src=\"javascript:alert(1)\"></iframe>",
    "<iframe srcdoc=\"<script>alert(1)</script>\">",
    "<object data=\"data:text/html,<script>alert(1)</script>\"></object>",
    "<embed src=\"javascript:alert(1)\">",
    "<applet code=x></applet>",
    "<base href=\"javascript:alert(1)//\">",
    "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
    "<link rel=stylesheet href=\"javascript:alert(1)\">",
    "<form action=\"javascript:alert(1)\"><button>x</button></form>",
    "<input onfocus=alert(1) autofocus>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<isindex type=image src=1 onerror=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>",
    "<body onload=alert(1)>",
    "<html onclick=alert(1)>",
    "<dialog open onclose=alert(1)>x</dialog>",
    "<x-widget onclick=alert(1)>x</x-widget>",
    "<portal src=javascript:alert(1)>",
    // Handlers and other attributes.
    "<img src=x onerror=alert(1)>",
    "<img src=x OnErRoR=alert(1)>",
    "<img src=x\nonerror\n=\nalert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<img src=\"x\"onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<img \"\"\"><script>alert(1)</script>\">",
    "<img src=`x`onerror=alert(1)>",
    "<img src='x' style='x:expression(alert(1))'>",
    "<p style=\"background:url(javascript:alert(1))\">x</p>",
    "<video src=x onloadstart=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<div onmouseover=alert(1)>x</div>",
    "<a href=# on\u{0}click=alert(1)>x</a>",
    "<a @click=\"alert(1)\" :href=\"x\" v-html=\"y\">z</a>",
    "<div data-controller=\"x\" is=\"y\" slot=z part=w>v</div>",
    "<a href=x ping=//e.example formtarget=_top>y</a>",
    "<b id=location name=cookie>x</b>",
    // Addresses.
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
    "<a href=\" \t\njavascript:alert(1)\">x</a>",
    "<a href=\"java\tscript:alert(1)\">x</a>",
    "<a href=\"java\nscript:alert(1)\">x</a>",
    "<a href=\"java&Tab;script&colon;alert(1)\">x</a>",
    "<a href=\"&#106;&#97;&#118;&#97;script:alert(1)\">x</a>",
    "<a href=\"&#x6A&#x61vascript:alert(1)\">x</a>",
    "<a href=\"&#0000106avascript:alert(1)\">x</a>",
    "<a href=\"\u{1}javascript:alert(1)\">x</a>",
    "<a href=\"java\u{0}script:alert(1)\">x</a>",
    "<a href=javascript&#58;alert(1)>x</a>",
    "<a href=\"vbscript:msgbox(1)\">x</a>",
    "<a href=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">x</a>",
    "<a href=\"data:image/svg+xml,<svg onload=alert(1)>\">x</a>",
    "<a href=\"feed:javascript:alert(1)\">x</a>",
    "<a href=\"view-source:javascript:alert(1)\">x</a>",
    "<a href=\"blob:https://e.example/x\">x</a>",
    "<a href=\"file:///etc/passwd\">x</a>",
    "<img src=\"data:image/svg+xml;base64,PHN2Zy8+\">",
    "<img src=\"javascript:alert(1)\">",
    "<img srcset=\"javascript:alert(1) 1x, a.png 2x\">",
    "<img src=x lowsrc=\"javascript:alert(1)\" dynsrc=\"javascript:alert(1)\">",
    "<video poster=javascript:alert(1)><source src=javascript:alert(1)></video>",
    "<audio><source src=\"data:text/html,x\"></audio>",
    "<table background=javascript:alert(1)><td background=javascript:alert(1)>x</td></table>",
    "<blockquote cite=javascript:alert(1)>x</blockquote>",
    // Foreign content and parsers that disagree.
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "<template><script>alert(1)</script></template>",
    "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">",
    "<title><img title=\"</title><img src=x onerror=alert(1)>\">",
    "<xmp><img title=\"</xmp><img src=x onerror=alert(1)>\">",
    "<noembed><img title=\"</noembed><img src=x onerror=alert(1)>\">",
    "<plaintext><img src=x onerror=alert(1)>",
    "<select><option><img src=x onerror=alert(1)></select>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)>",
    "<!--<img title=\"--><img src=x onerror=alert(1)>\">",
    "<!-- unclosed <img src=x onerror=alert(1)>",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<![CDATA[ ><img src=x onerror=alert(1)> ]]>",
    "<!DOCTYPE x [<!ENTITY y \"<img src=x onerror=alert(1)>\">]>&y;",
    "<?xml version=\"1.0\"?><?x ><img src=x onerror=alert(1)>?>",
    "<!ELEMENT ><img src=x onerror=alert(1)>",
    "</ ><img src=x onerror=alert(1)>",
    "</p/onclick=alert(1)><b>x",
    // Fragments that reach into the Markdown after them.
    "<div onclick=alert(1) x=\n\npara",
    "<a href=javascript:alert(1) x=\"\n\npara \" y",
    "<a href=\"x\" title='\n\n# T' onclick=alert(1)\n\n[y](z '\"')",
    "<div balise onclick=alert(1) style=x>y</div>",
    "<script balise>alert(1)</script>",
    "<div balise=\"root\"><script>alert(1)</script></div>",
    "<div BALISE onclick=alert(1)>\n\n**x**\n\n</div></div></div></body></html><b onclick=alert(1)>",
    "</div></div></body><script>alert(1)</script>",
    "<b><i>x</b></i> <p><div></p></div> <a><a>y</a></a>",
    "- <div>\n\n> </div><b>\n\n</li></ul></blockquote>x",
    "| a |\n|---|\n| <td></table><b>x |\n\n</table></td>",
    // Markdown.
    "[x](javascript:alert(1)) ![x](javascript:alert(1)) <javascript:alert(1)>",
    "[x](JAVASCRIPT&colon;alert(1)) [y](java&#10;script:alert(1)) [z](&#1;javascript:a)",
    "[x][y] <b>z</b>\n\n[y]: data:text/html,<script>alert(1)</script>",
    "![x](data:image/svg+xml,a) [y](vbscript:z) [w](file:///etc) <b>q</b>",
    "[x](y \"onclick=alert(1) \\\" z='\") <b title='\"'>w</b>",
    "```x\"onclick=alert(1)\n<script>\n```\n<b>y</b>",
    "a[^\"onclick=alert(1)] <b>x</b>\n\n[^\"onclick=alert(1)]: y",
    "# <b id=x onclick=alert(1)>y</b>",
    "> [!NOTE] <b onclick=alert(1)>x\n> y</b>",
  ]

  @Test(arguments: attacks) func `what is written is safe and whole`(attack: String) {
    for options in [HTMLOptions.plain, HTMLOptions(language: "fr")] {
      for text in [attack, "é **x** \(attack) y", "> \(attack)", "- a\n\n  \(attack)\n\n  b"] {
        let faults = SafeHTML.faults(in: html(text, options))
        #expect(faults.isEmpty, "\(text) gave \(html(text, options))")
      }
    }
  }

  @Test func `there are enough attacks`() {
    #expect(Set(Self.attacks).count >= 60)
  }

  @Test func `any two attacks together are safe`() {
    for (index, first) in Self.attacks.enumerated() {
      for offset in [1, 7, 29] {
        let second = Self.attacks[(index + offset) % Self.attacks.count]
        let output = html("\(first)\n\n\(second) \(first)", HTMLOptions())
        #expect(SafeHTML.faults(in: output).isEmpty, "\(first) and \(second) gave \(output)")
      }
    }
  }

  @Test func `the checker sees what is unsafe`() {
    #expect(!SafeHTML.faults(in: "<script>a</script>").isEmpty)
    #expect(!SafeHTML.faults(in: "<p onclick=\"a\">b</p>").isEmpty)
    #expect(!SafeHTML.faults(in: "<a href=\"java\nscript:a\">b</a>").isEmpty)
    #expect(!SafeHTML.faults(in: "<p>a").isEmpty)
    #expect(SafeHTML.faults(in: "<p class=\"a\">b<br /></p>").isEmpty)
  }
}
