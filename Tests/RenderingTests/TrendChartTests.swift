import Testing

@testable import Rendering

@Suite struct TrendChartTests {
  @Test(
    arguments: zip(
      [0, 1, 2, 3, 5, 11, 37, 41, 999, 1_000_000], [2, 2, 2, 4, 10, 20, 40, 100, 1_000, 1_000_000]))
  func `an axis ends at a round number that is no less than the data`(value: Int, ceiling: Int) {
    #expect(TrendChart.ceiling(value) == ceiling)
  }

  @Test func `a chart says in words what it shows`() {
    let library = TemplateLibrary.load().0
    let strings = library.strings(for: "fr")
    let chart = TrendChart(
      days: ["2026-01-01", "2026-01-02"], series: [.init(key: "views", values: [1_000, 2_500])])
    let svg = chart.svg(strings, LocaleFormat("fr"))
    #expect(svg.contains("role=\"img\""))
    #expect(svg.contains("Lectures: 3\u{202F}500"))
    #expect(svg.contains("1er\u{A0}janvier\u{A0}2026"))
    #expect(!svg.contains("style="))
  }

  @Test(arguments: [0, 1])
  func `a chart of a day or none is no fault`(days: Int) {
    let chart = TrendChart(
      days: Array(["2026-01-01"].prefix(days)),
      series: [.init(key: "views", values: Array([3].prefix(days)))])
    let svg = chart.svg(TemplateLibrary.load().0.strings(for: "en"), LocaleFormat("en"))
    #expect(svg.contains("<circle") == (days == 1))
  }
}
