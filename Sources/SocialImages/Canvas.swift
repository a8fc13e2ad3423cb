internal import CPangoCairo

/// A picture under way; the only place that calls Pango and Cairo.
@safe
struct Canvas: ~Copyable {
  /// A colour as `0xRRGGBB`.
  struct Colour: Sendable, Hashable {
    var hex: UInt32

    init(_ hex: UInt32) { self.hex = hex }
  }

  /// How a text is set.
  struct Style: Sendable {
    var size: Double
    var weight: Int32 = 400
    /// Where lines break.
    var width: Double
    /// How many lines there may be; the last one then ends in an ellipsis.
    var lines: Int32 = 1
    var language: String
  }

  /// What a text takes up.
  struct Size: Sendable, Hashable {
    var width: Double
    var height: Double
    /// Whether it ends in an ellipsis.
    var isCut: Bool
    /// Whether no typeface here has one of its characters.
    var isUnknown: Bool
  }

  private let pointer: OpaquePointer

  /// The version of Pango; nil where it is not installed.
  static var version: String? {
    unsafe balise_pango_version().map { unsafe String(cString: $0) }
  }

  /// A picture of one colour; nil without memory, or where Pango is not installed.
  init?(width: Int32, height: Int32, ground: Colour) {
    guard let canvas = unsafe balise_canvas_new(width, height, ground.parts) else { return nil }
    unsafe pointer = canvas
  }

  deinit { unsafe balise_canvas_free(pointer) }

  /// Fills a rectangle with rounded corners.
  func box(
    x: Double, y: Double, width: Double, height: Double, radius: Double = 0, _ colour: Colour
  ) {
    unsafe balise_canvas_box(pointer, x, y, width, height, radius, colour.parts)
  }

  /// Fills a disc.
  func disc(x: Double, y: Double, radius: Double, _ colour: Colour) {
    unsafe balise_canvas_arc(pointer, x, y, radius, 0, 2 * .pi, 0, colour.parts)
  }

  /// Draws a part of a circle as a line.
  func arc(
    x: Double, y: Double, radius: Double, from: Double, to: Double, line: Double, _ colour: Colour
  ) {
    unsafe balise_canvas_arc(pointer, x, y, radius, from, to, line, colour.parts)
  }

  /// Joins points by a line with round ends.
  func lines(_ points: [(x: Double, y: Double)], line: Double, _ colour: Colour) {
    for (start, end) in zip(points, points.dropFirst()) {
      unsafe balise_canvas_line(pointer, start.x, start.y, end.x, end.y, line, colour.parts)
    }
  }

  /// What a text takes up when it is drawn.
  func measure(_ text: String, _ style: Style) -> Size {
    set(text, style, x: 0, y: 0, Colour(0), isDrawn: false)
  }

  /// Draws a text below and to the right of a point, and says what it takes up.
  @discardableResult
  func draw(_ text: String, _ style: Style, x: Double, y: Double, _ colour: Colour) -> Size {
    set(text, style, x: x, y: y, colour, isDrawn: true)
  }

  private func set(
    _ text: String, _ style: Style, x: Double, y: Double, _ colour: Colour, isDrawn: Bool
  ) -> Size {
    let size = unsafe Self.families.withCString { families in
      unsafe style.language.withCString { language in
        let style = unsafe balise_text_style(
          families: families, size: style.size, weight: style.weight, width: style.width,
          lines: style.lines, language: language)
        return unsafe balise_canvas_text(
          pointer, text, style, x, y, colour.parts, isDrawn ? 1 : 0)
      }
    }
    return Size(
      width: size.width, height: size.height, isCut: size.isCut != 0,
      isUnknown: size.isUnknown != 0)
  }

  /// The picture as PNG; nil without memory.
  func png() -> [UInt8]? {
    var bytes: [UInt8] = []
    let isWhole = unsafe withUnsafeMutablePointer(to: &bytes) { bytes in
      unsafe balise_canvas_png(pointer, bytes) { context, piece, count in
        guard let context = unsafe context, let piece = unsafe piece else { return }
        let target = unsafe context.assumingMemoryBound(to: [UInt8].self)
        unsafe target.pointee.append(
          contentsOf: UnsafeBufferPointer(start: piece, count: Int(count)))
      }
    }
    return isWhole != 0 ? bytes : nil
  }

  /// The first of these that is installed sets the text, and the next ones what it lacks.
  private static let families = "Inter, Noto Sans, DejaVu Sans, sans-serif, Noto Color Emoji"
}

extension Canvas.Colour {
  fileprivate var parts: balise_colour {
    func part(_ shift: UInt32) -> Double { Double(hex >> shift & 255) / 255 }
    return balise_colour(red: part(16), green: part(8), blue: part(0))
  }
}
