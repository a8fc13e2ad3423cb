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
