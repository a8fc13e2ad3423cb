/// The picture that stands for an article where its address is shared: 1200 × 630 pixels, with its
/// title, category and difficulty.
public struct SocialImage: Sendable, Hashable {
  /// The site's name.
  public var site: String
  /// The article's title.
  public var title: String
  /// The category's icon, such as an emoji; may be empty.
  public var icon: String
  /// The category's name.
  public var category: String
  /// The difficulty's name; empty when the article has none.
  public var difficulty: String
  /// The place of the difficulty among those of the site, from 0 for the easiest.
  public var level: Int
  /// The language of the texts.
  public var language: String
  /// The colours.
  public var palette: SocialPalette
  /// Whether the beacon stands before the site's name; not where the site has a logo of its own.
  public var showsMark: Bool

  /// Describes a picture.
  public init(
    site: String, title: String, icon: String = "", category: String, difficulty: String = "",
    level: Int = 0, language: String, palette: SocialPalette = SocialPalette(),
    showsMark: Bool = true
  ) {
    self.site = site
    self.title = title
    self.icon = icon
    self.category = category
    self.difficulty = difficulty
    self.level = level
    self.language = language
    self.palette = palette
    self.showsMark = showsMark
  }

  /// Whether pictures can be drawn on this machine, which takes Pango and Cairo.
  public static var isAvailable: Bool { Canvas.version != nil }

  /// Everything that decides how the picture looks, as one text: the same text, the same picture.
  ///
  /// The last number is that of the design; raise it when the drawing changes.
  public var key: String {
    [
      "social-image 2", Canvas.version ?? "", site, title, icon, category, difficulty, "\(level)",
      language, palette.key, "\(showsMark)",
    ].map { "\($0.utf8.count):\($0)" }.joined(separator: "\n")
  }

  /// The picture as PNG; nil where it cannot be drawn.
  public func png() -> [UInt8]? {
    guard let canvas = Canvas(width: 1200, height: 630, ground: palette.paper) else { return nil }
    drawHead(canvas)
    drawTitle(canvas)
    drawFoot(canvas)
    return canvas.png()
  }

  private static let levels = [0x2F8F5B, 0xB98A00, 0xC86A1B, 0xC23B34].map(Canvas.Colour.init)
  private static let margin = 80.0
  private static let measure = 1200 - 2 * margin

  /// The mark and the site's name.
  private func drawHead(_ canvas: borrowing Canvas) {
    if showsMark { drawMark(canvas, x: Self.margin, y: 72, size: 64) }
    let indent = showsMark ? 88.0 : 0
    let style = Canvas.Style(
      size: 32, weight: 600, width: Self.measure - indent, language: language)
    let height = canvas.measure(site, style).height
    canvas.draw(site, style, x: Self.margin + indent, y: 104 - height / 2, palette.quiet)
  }

  /// The beacon of `favicon.svg`, which is 32 units wide.
  private func drawMark(_ canvas: borrowing Canvas, x: Double, y: Double, size: Double) {
    let unit = size / 32
    func at(_ pointX: Double, _ pointY: Double) -> (x: Double, y: Double) {
      (x + pointX * unit, y + pointY * unit)
    }
    let line = 2.2 * unit
    canvas.box(x: x, y: y, width: size, height: size, radius: 7 * unit, palette.accent)
    canvas.lines(
      [at(13.4, 15.5), at(18.6, 15.5), at(20.9, 26.5), at(11.1, 26.5), at(13.4, 15.5)],
      line: line, palette.onAccent)
    canvas.lines([at(12.2, 21), at(19.8, 21)], line: line, palette.onAccent)
    let light = at(16, 9)
    canvas.disc(x: light.x, y: light.y, radius: 3.3 * unit, palette.mark)
    for turn in [0, Double.pi] {
      canvas.arc(
        x: light.x, y: light.y, radius: 7.95 * unit, from: turn - 0.54, to: turn + 0.54,
        line: line, palette.mark)
    }
  }

  /// The title, as large as three lines of it can be.
  private func drawTitle(_ canvas: borrowing Canvas) {
    var style = Canvas.Style(
      size: 76, weight: 700, width: Self.measure, lines: 3, language: language)
    while style.size > 52, canvas.measure(title, style).isCut { style.size -= 8 }
    let height = canvas.measure(title, style).height
    canvas.draw(title, style, x: Self.margin, y: 332 - height / 2, palette.ink)
  }

  /// The category, and the difficulty as dot and word.
  private func drawFoot(_ canvas: borrowing Canvas) {
    let middle = 536.0
    var x = Self.margin
    func draw(_ text: String, weight: Int32, _ colour: Canvas.Colour, _ x: Double) -> Double {
      let style = Canvas.Style(
        size: 32, weight: weight, width: max(40, 1200 - Self.margin - x), language: language)
      let size = canvas.measure(text, style)
      guard !size.isUnknown else { return 0 }
      return canvas.draw(text, style, x: x, y: middle - size.height / 2, colour).width
    }
    if !icon.isEmpty {
      let width = draw(icon, weight: 400, palette.ink, x)
      if width > 0 { x += width + 16 }
    }
    x += draw(category, weight: 600, palette.accent, x) + 48
    if !difficulty.isEmpty, x < 1000 {
      let colour = Self.levels[min(max(level, 0), Self.levels.count - 1)]
      canvas.disc(x: x + 10, y: middle, radius: 10, colour)
      _ = draw(difficulty, weight: 400, palette.quiet, x + 36)
    }
    canvas.box(x: 0, y: 618, width: 1200, height: 12, palette.accent)
    canvas.box(x: 0, y: 618, width: Self.margin + 64, height: 12, palette.mark)
  }
}
