import Glibc

/// A colour as style sheets write it, for pictures, which know red, green and blue alone.
///
/// `#7a1fa2`, `#71a`, `teal`, `rgb(122 31 162)`, `hsl(282 68% 38%)` and `oklch(0.45 0.08 195)` are read;
/// what is transparent counts as if it were not. Others, such as `color-mix()`, are not.
enum CSSColor {
  /// The colour as `0xRRGGBB`; nil for what is not read.
  static func parse(_ text: String) -> Canvas.Colour? {
    let value = text.lowercased().filter { $0 != "\t" && $0 != "\n" }
    let trimmed = value.drop { $0 == " " }
    if trimmed.hasPrefix("#") { return hexadecimal(trimmed.dropFirst().prefix { $0 != " " }) }
    guard let open = trimmed.firstIndex(of: "("), let close = trimmed.lastIndex(of: ")") else {
      return names[String(trimmed.prefix { $0 != " " })].map(Canvas.Colour.init)
    }
    let parts = trimmed[trimmed.index(after: open)..<close]
      .split { $0 == "," || $0 == " " || $0 == "/" }
    guard parts.count >= 3 else { return nil }
    switch trimmed[..<open] {
    case "rgb", "rgba":
      return channels(parts.prefix(3).map { number($0, whole: 255).map { $0 / 255 } })
    case "hsl", "hsla":
      guard let hue = angle(parts[0]), let saturation = number(parts[1], whole: 100),
        let light = number(parts[2], whole: 100)
      else { return nil }
      return hsl(hue: hue, saturation: saturation / 100, light: light / 100)
    case "oklch":
      guard let light = number(parts[0], whole: 1), let chroma = number(parts[1], whole: 0.4),
        let hue = angle(parts[2])
      else { return nil }
      return oklch(light: light, chroma: chroma, hue: hue)
    default: return nil
    }
  }

  private static func hexadecimal(_ digits: Substring) -> Canvas.Colour? {
    guard [3, 4, 6, 8].contains(digits.utf8.count), UInt32(digits, radix: 16) != nil else {
      return nil
    }
    let isShort = digits.utf8.count < 6
    let six = isShort ? digits.prefix(3).flatMap { [$0, $0] } : Array(digits.prefix(6))
    return UInt32(String(six), radix: 16).map(Canvas.Colour.init)
  }

  /// `50%` of a whole, or a number as it stands.
  private static func number(_ text: Substring, whole: Double) -> Double? {
    if text == "none" { return 0 }
    guard text.hasSuffix("%") else { return Double(text) }
    return Double(text.dropLast()).map { $0 / 100 * whole }
  }

  private static func angle(_ text: Substring) -> Double? {
    if text == "none" { return 0 }
    for (unit, factor) in [("deg", 1), ("grad", 0.9), ("rad", 180 / Double.pi), ("turn", 360)]
    where text.hasSuffix(unit) {
      return Double(text.dropLast(unit.count)).map { $0 * factor }
    }
    return Double(text)
  }

  private static func channels(_ values: [Double?]) -> Canvas.Colour? {
    var hex: UInt32 = 0
    for value in values {
      guard let value else { return nil }
      hex = hex << 8 | UInt32((min(max(value, 0), 1) * 255).rounded())
    }
    return Canvas.Colour(hex)
  }

  private static func hsl(hue: Double, saturation: Double, light: Double) -> Canvas.Colour? {
    func channel(_ offset: Double) -> Double {
      let place = (offset + hue / 30).truncatingRemainder(dividingBy: 12)
      let turn = place < 0 ? place + 12 : place
      return light - saturation * min(light, 1 - light) * max(-1, min(turn - 3, 9 - turn, 1))
    }
    return channels([channel(0), channel(8), channel(4)])
  }

  /// By the matrices of CSS Color 4; what a screen cannot show is cut off, not fitted.
  private static func oklch(light: Double, chroma: Double, hue: Double) -> Canvas.Colour? {
    let (green, yellow) = (chroma * cos(hue * .pi / 180), chroma * sin(hue * .pi / 180))
    func cube(_ value: Double) -> Double { value * value * value }
    let long = cube(light + 0.3963377774 * green + 0.2158037573 * yellow)
    let medium = cube(light - 0.1055613458 * green - 0.0638541728 * yellow)
    let short = cube(light - 0.0894841775 * green - 1.2914855480 * yellow)
    let linear = [
      4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
      -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
      -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    ]
    return channels(
      linear.map { $0 <= 0.0031308 ? $0 * 12.92 : 1.055 * pow($0, 1 / 2.4) - 0.055 })
  }

  /// The names of CSS Color 4 that themes are likely to use: the sixteen of HTML and their neighbours.
  private static let names: [String: UInt32] = [
    "black": 0x000000, "silver": 0xC0C0C0, "gray": 0x808080, "grey": 0x808080, "white": 0xFFFFFF,
    "maroon": 0x800000, "red": 0xFF0000, "purple": 0x800080, "fuchsia": 0xFF00FF,
    "magenta": 0xFF00FF, "green": 0x008000, "lime": 0x00FF00, "olive": 0x808000,
    "yellow": 0xFFFF00, "navy": 0x000080, "blue": 0x0000FF, "teal": 0x008080, "aqua": 0x00FFFF,
    "cyan": 0x00FFFF, "orange": 0xFFA500, "rebeccapurple": 0x663399, "crimson": 0xDC143C,
    "darkblue": 0x00008B, "darkcyan": 0x008B8B, "darkgreen": 0x006400, "darkmagenta": 0x8B008B,
    "darkorange": 0xFF8C00, "darkred": 0x8B0000, "darkslateblue": 0x483D8B,
    "darkslategray": 0x2F4F4F, "dodgerblue": 0x1E90FF, "firebrick": 0xB22222,
    "forestgreen": 0x228B22, "gold": 0xFFD700, "goldenrod": 0xDAA520, "indigo": 0x4B0082,
    "ivory": 0xFFFFF0, "linen": 0xFAF0E6, "mediumblue": 0x0000CD, "midnightblue": 0x191970,
    "mintcream": 0xF5FFFA, "orchid": 0xDA70D6, "royalblue": 0x4169E1, "saddlebrown": 0x8B4513,
    "seagreen": 0x2E8B57, "sienna": 0xA0522D, "slateblue": 0x6A5ACD, "slategray": 0x708090,
    "snow": 0xFFFAFA, "steelblue": 0x4682B4, "tomato": 0xFF6347, "whitesmoke": 0xF5F5F5,
  ]
}
