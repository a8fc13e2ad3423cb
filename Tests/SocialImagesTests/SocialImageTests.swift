import Testing

@testable import SocialImages

@Suite struct `Social images` {
  private let image = SocialImage(
    site: "Centre d’aide", title: "Gestion Urgence Surchauffe Batterie", icon: "🔧",
    category: "Dépannage", difficulty: "Expert", level: 3, language: "fr")

  @Test func `a picture is a PNG of the size that networks show`() throws {
    let bytes = try #require(image.png())
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    func number(at offset: Int) -> Int {
      bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(number(at: 16) == 1200 && number(at: 20) == 630)
    #expect(bytes.count < 120_000)
    #expect(bytes == image.png())
  }

  @Test func `every text and the level show`() throws {
    let whole = try #require(image.png())
    let others = [
      SocialImage(
        site: "Aide", title: image.title, icon: "🔧", category: "Dépannage", difficulty: "Expert",
        level: 3, language: "fr"),
      SocialImage(
        site: image.site, title: "Autre", icon: "🔧", category: "Dépannage", difficulty: "Expert",
        level: 3, language: "fr"),
      SocialImage(
        site: image.site, title: image.title, icon: "🔧", category: "Alertes",
        difficulty: "Expert", level: 3, language: "fr"),
      SocialImage(
        site: image.site, title: image.title, icon: "🔧", category: "Dépannage",
        difficulty: "Débutant", level: 3, language: "fr"),
      SocialImage(
        site: image.site, title: image.title, icon: "🔧", category: "Dépannage",
        difficulty: "Expert", level: 0, language: "fr"),
    ]
    for other in others {
      #expect(other.png() != whole)
      #expect(other.key != image.key)
    }
  }

  @Test(
    arguments: [
      ("#7a1fa2", 0x7A1FA2), ("#71a", 0x7711AA), ("#7a1fa280", 0x7A1FA2), ("teal", 0x008080),
      (" Teal ", 0x008080), ("rgb(122, 31, 162)", 0x7A1FA2), ("rgb(100% 0% 50% / 0.5)", 0xFF0080),
      ("hsl(120deg 100% 25%)", 0x008000), ("hsl(-0.5turn, 100%, 50%)", 0x00FFFF),
      ("oklch(0.627955 0.257683 29.2339)", 0xFF0000), ("oklch(100% 0 none)", 0xFFFFFF),
    ] as [(String, UInt32)])
  func `colours are read as style sheets write them`(text: String, hex: UInt32) {
    #expect(CSSColor.parse(text)?.hex == hex)
  }

  @Test(arguments: [
    "", "#12", "#ggg", "nocolour", "rgb(1 2)", "rgb(a b c)", "color-mix(in srgb, red, blue)",
  ])
  func `what is not read leaves the theme's colour`(text: String) {
    #expect(CSSColor.parse(text) == nil)
    #expect(SocialPalette(accent: text) == SocialPalette())
  }

  @Test func `a site's own colours and its own logo show`() {
    var own = image
    own.palette = SocialPalette(paper: "#10161a", accent: "oklch(0.8 0.1 190)", mark: "gold")
    #expect(own.palette.ink != image.palette.ink && own.palette.onAccent != image.palette.onAccent)
    #expect(own.key != image.key)
    #expect(own.png() != image.png())
    var bare = image
    bare.showsMark = false
    #expect(bare.key != image.key)
    #expect(bare.png() != image.png())
  }

  @Test func `a long title is set smaller, and one without an end is cut`() {
    guard let canvas = Canvas(width: 100, height: 100, ground: .init(0)) else {
      Issue.record("no picture can be drawn here")
      return
    }
    let style = Canvas.Style(size: 76, weight: 700, width: 1040, lines: 3, language: "fr")
    let long = String(repeating: "Surchauffe de la batterie ", count: 20)
    #expect(!canvas.measure(image.title, style).isCut)
    #expect(canvas.measure(long, style).isCut)
    #expect(canvas.measure(long, style).height < 400)
    var endless = image
    endless.title = long
    #expect(endless.png() != nil)
  }

  @Test func `texts cannot be taken for one another`() {
    var first = image
    var second = image
    (first.site, first.title) = ("a\n1:b", "c")
    (second.site, second.title) = ("a", "1:b\nc")
    #expect(first.key != second.key)
  }

  @Test func `pictures are drawn from several threads at once`() async throws {
    let alone = try #require(image.png())
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 { group.addTask { image.png() == alone } }
      for await isSame in group { #expect(isSame) }
    }
  }
}
