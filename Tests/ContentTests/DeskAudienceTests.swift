import Content
import Diagnostics
import Testing

@Suite struct `Plans and networks of the desk in site.yaml` {
  private func parse(_ text: String) -> (SiteConfiguration?, [Diagnostic]) {
    let small = "title: T\nlanguages: [fr, en]\ncategories: [{key: a, label: A}]\n"
    return SiteConfiguration.parse(
      SourceText(path: "site.yaml", bytes: Array((small + text).utf8)))
  }

  @Test func `plans have levels, and networks are kept as they are written`() {
    let (site, faults) = parse(
      "desk: {plans: {Pro: advanced, Free: basic}, networks: [10.0.0.0/8, '2001:db8::/48', 192.0.2.7]}\n"
    )
    #expect(faults.isEmpty)
    #expect(site?.desk.plans == ["Pro": "advanced", "Free": "basic"])
    #expect(site?.desk.networks == ["10.0.0.0/8", "2001:db8::/48", "192.0.2.7"])
  }

  @Test func `a plan's level is one of the site's, wherever those are written`() {
    #expect(
      parse("desk: {plans: {Pro: advance}}\n").1.map(\.id) == [DiagnosticID.difficultyUnknown])
    let own = "desk: {plans: {Pro: hard}}\ndifficulties: [{key: hard, label: H}]\n"
    #expect(parse(own).1.isEmpty)
  }

  @Test func `experts have a mail address`() {
    #expect(
      parse("desk: {experts: experts@example.com}\n").0?.desk.experts == "experts@example.com")
    for text in ["https://a@example.com", "experts", "a@b@c"] {
      #expect(parse("desk: {experts: '\(text)'}\n").1.map(\.id) == [DiagnosticID.valueInvalid])
    }
  }

  @Test(arguments: [
    "10.0.0.0/33", "10.0.0/8", "localhost", "10.0.0.0/08", "2001:db8::/65", "2001:db8::1",
    "2001:db8:::/48", "1:2:3/48", "256.0.0.0/8",
  ])
  func `what is no network is an error`(text: String) {
    #expect(
      parse("desk: {networks: ['\(text)']}\n").1.map(\.id) == [DiagnosticID.valueInvalid])
  }
}
