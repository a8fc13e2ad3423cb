import Testing

@testable import Rendering

@Suite struct ReportPageTests {
  private func page(
    _ figures: [ReportPageContext.Figure] = [], filters: [ReportPageContext.Filter] = []
  ) -> String {
    let frame = DeskFrame(
      language: "en", siteTitle: "Help", base: "", styleSheet: nil, agent: "Zoé", csrf: "",
      languages: [])
    let context = ReportPageContext(
      frame: frame, periods: [], languages: [], filters: filters, kept: [("since", "7d")],
      exports: ("", ""), figures: figures, sections: [])
    return String(decoding: TemplateLibrary.load().0.reports(context), as: UTF8.self)
  }

  @Test func `a number that nobody can tell is none, and compared with nothing`() {
    let html = page([ReportPageContext.Figure(key: "helpful", count: nil, before: 80)])
    #expect(html.contains("<span class=\"tile-value\">–</span>"))
    #expect(html.contains("80 before"))
    #expect(!html.contains("tile-change"))
  }

  @Test func `a filter has its choices, and the address keeps the rest`() {
    let html = page(filters: [
      .init(name: "category", choices: [("a", "Alerts"), ("b", "<B>")], chosen: "b"),
      .init(name: "agent", choices: [], chosen: ""),
    ])
    #expect(html.contains("<input type=\"hidden\" name=\"since\" value=\"7d\">"))
    #expect(html.contains("<option value=\"a\">Alerts</option>"))
    #expect(html.contains("<option value=\"b\" selected>&lt;B&gt;</option>"))
    #expect(html.contains("All categories"))
    #expect(!html.contains("name=\"agent\""))
  }
}
