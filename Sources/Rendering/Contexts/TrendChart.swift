/// Lines over days, as inline SVG: no script, no style of its own, a sentence for screen readers.
public struct TrendChart: Sendable {
  /// One line.
  public struct Series: Sendable {
    /// What it counts, as the texts `reportColumn-…` have it.
    public var key: String
    /// A value for each day.
    public var values: [Int]

    /// A line from its values.
    public init(key: String, values: [Int]) {
      self.key = key
      self.values = values
    }
  }

  /// The days, as `2026-01-31`.
  public var days: [String]
  /// The lines; the first has its area filled.
  public var series: [Series]

  /// Makes a chart from its parts.
  public init(days: [String], series: [Series]) {
    self.days = days
    self.series = series
  }

  private static let width = 720.0
  private static let height = 160.0
  private static let left = 48.0
  private static let bottom = 24.0
  private static let top = 8.0

  /// The chart.
  func svg(_ strings: StringTable, _ format: LocaleFormat) -> String {
    guard let first = days.first, let last = days.last else { return "" }
    let most = series.flatMap(\.values).max() ?? 0
    let ceiling = Self.ceiling(most)
    let totals = series.map {
      strings["reportColumn-\($0.key)"] + ": " + format.number($0.values.reduce(0, +))
    }
    let summary =
      "\(format.date(iso: first)) – \(format.date(iso: last)). " + totals.joined(separator: ", ")
    var svg =
      "<svg class=\"trend\" viewBox=\"0 0 \(Int(Self.width)) \(Int(Self.height))\" role=\"img\" "
      + "aria-label=\"\(Self.escaped(summary))\">"
    for step in 0...2 {
      let value = ceiling * step / 2
      let y = Self.y(Double(value), ceiling)
      svg += "<path class=\"trend-grid\" d=\"M\(Self.text(Self.left)) \(Self.text(y))"
      svg += "H\(Int(Self.width))\"/>"
      svg += "<text class=\"trend-label\" x=\"\(Self.text(Self.left - 8))\" "
      svg += "y=\"\(Self.text(y + 4))\" text-anchor=\"end\">\(format.number(value))</text>"
    }
    for (index, line) in series.enumerated() {
      let points = line.values.enumerated().map { place, value in
        "\(Self.text(x(place))) \(Self.text(Self.y(Double(value), ceiling)))"
      }
      guard let start = points.first else { continue }
      let path = "M" + points.joined(separator: "L")
      if index == 0 {
        let floor = Self.text(Self.y(0, ceiling))
        svg += "<path class=\"trend-area\" d=\"\(path)V\(floor)H\(Self.text(x(0)))Z\"/>"
      }
      // A single day is a point, and a line from it to itself would not be seen.
      if points.count == 1 {
        let place = start.split(separator: " ")
        svg += "<circle class=\"trend-dot trend-\(index + 1)\" cx=\"\(place[0])\" "
        svg += "cy=\"\(place[1])\" r=\"3\"/>"
      } else {
        svg += "<path class=\"trend-line trend-\(index + 1)\" d=\"\(path)\"/>"
      }
    }
    svg += label(first, at: Self.left, "start", format)
    if days.count > 1 { svg += label(last, at: Self.width, "end", format) }
    return svg + "</svg>"
  }

  private func label(
    _ day: String, at x: Double, _ anchor: String, _ format: LocaleFormat
  ) -> String {
    "<text class=\"trend-label\" x=\"\(Self.text(x))\" y=\"\(Int(Self.height) - 4)\" "
      + "text-anchor=\"\(anchor)\">\(Self.escaped(format.date(iso: day)))</text>"
  }

  private func x(_ place: Int) -> Double {
    guard days.count > 1 else { return (Self.left + Self.width) / 2 }
    return Self.left + (Self.width - Self.left - 2) * Double(place) / Double(days.count - 1)
  }

  private static func y(_ value: Double, _ ceiling: Int) -> Double {
    let room = height - bottom - top
    return top + room - room * value / Double(ceiling)
  }

  /// An even number that is round to the eye and no less than another, such as 2, 4, 10, 20 or 40.
  static func ceiling(_ value: Int) -> Int {
    var unit = 1
    while true {
      for step in [2, 4, 10] where step * unit >= value { return step * unit }
      let (next, isTooLarge) = unit.multipliedReportingOverflow(by: 10)
      guard !isTooLarge, next < Int.max / 10 else { return .max }
      unit = next
    }
  }

  /// A coordinate with one decimal at most.
  private static func text(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }

  private static func escaped(_ text: String) -> String { HTMLText.escaped(text) }
}
