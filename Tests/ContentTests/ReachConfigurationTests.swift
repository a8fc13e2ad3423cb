import Content
import Diagnostics
import Testing

@Suite struct `Regions and the widget in site.yaml` {
  private func parse(_ text: String) -> (SiteConfiguration?, [Diagnostic]) {
    let small = "title: T\nlanguages: [fr, en]\ncategories: [{key: a, label: A}]\n"
    return SiteConfiguration.parse(
      SourceText(path: "site.yaml", bytes: Array((small + text).utf8)))
  }

  @Test func `a language has regions, in order`() throws {
    let (site, faults) = parse("regions: {fr: [fr-CA, fr-FR], en: en-CA}\n")
    #expect(faults.isEmpty)
    #expect(site?.regions == ["fr": ["fr-CA", "fr-FR"], "en": ["en-CA"]])
  }

  @Test func `a region of another language is an error at its place`() throws {
    let (site, faults) = parse("regions: {fr: [fr-CA, en-CA]}\n")
    #expect(site == nil)
    #expect(faults.map(\.id) == [DiagnosticID.languageUnknown])
    #expect(faults[0].position == SourcePosition(line: 4, column: 23))
    #expect(parse("regions: {de: [de-DE]}\n").1.map(\.id) == [DiagnosticID.languageUnknown])
  }

  @Test func `origins that carry the widget are read as browsers send them`() throws {
    let (site, faults) = parse(
      "widget: {origins: [https://App.example.com/, 'http://localhost:3000']}\n")
    #expect(faults.isEmpty)
    #expect(
      site?.widgetOrigins.map(\.description) == [
        "https://app.example.com", "http://localhost:3000",
      ])
    #expect(parse("widget: {origins: '*'}\n").0?.widgetOrigins == [.any])
  }

  @Test(arguments: [
    "app.example.com", "https://", "https://a.example/app", "https://a.example:0",
    "https://a.example:99999", "https://a b", "ftp://a.example", "https://me@a.example",
  ])
  func `what is no origin is an error`(text: String) {
    #expect(parse("widget: {origins: ['\(text)']}\n").1.map(\.id) == [DiagnosticID.addressInvalid])
  }

  @Test func `an unknown key is an error`() {
    #expect(parse("widget: {origin: '*'}\n").1.map(\.id) == [DiagnosticID.keyUnknown])
  }
}
