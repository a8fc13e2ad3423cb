/// The colours of pictures: those of the theme, or those that a site gives itself.
public struct SocialPalette: Sendable, Hashable {
  /// The ground.
  var paper = Canvas.Colour(0xFCFEFD)
  /// The mark's ground, the category and the line at the foot.
  var accent = Canvas.Colour(0x0F4C4F)
  /// The mark's light.
  var mark = Canvas.Colour(0xF5B83D)

  /// The colours of the theme.
  public init() {}

  /// A site's own colours as style sheets write them; one that is nil, or that cannot be read, is the
  /// theme's.
  public init(paper: String? = nil, accent: String? = nil, mark: String? = nil) {
    if let colour = paper.flatMap(CSSColor.parse) { self.paper = colour }
    if let colour = accent.flatMap(CSSColor.parse) { self.accent = colour }
    if let colour = mark.flatMap(CSSColor.parse) { self.mark = colour }
  }

  /// What titles are written in.
  var ink: Canvas.Colour { Canvas.Colour(paper.isDark ? 0xF2F6F6 : 0x14201F) }
  /// What the rest is written in.
  var quiet: Canvas.Colour { Canvas.Colour(paper.isDark ? 0xC3CDCF : 0x4C5A59) }
  /// What can be told from the accent.
  var onAccent: Canvas.Colour { Canvas.Colour(accent.isDark ? 0xFFFFFF : 0x14201F) }

  /// All of it as a text that differs when a colour does.
  var key: String {
    [paper, accent, mark].map { String($0.hex, radix: 16) }.joined(separator: " ")
  }
}

extension Canvas.Colour {
  /// Whether white can be read on it better than black, by the luminance of WCAG.
  var isDark: Bool {
    func linear(_ shift: UInt32) -> Double {
      let value = Double(hex >> shift & 255) / 255
      // Close enough to the curve of sRGB to tell dark from light.
      return value * value * (0.8 * value + 0.2)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0) < 0.179
  }
}
