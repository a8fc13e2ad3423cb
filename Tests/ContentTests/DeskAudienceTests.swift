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
    "10.0.0.0/33", "10.0.0/8", "/8", "10.0.0.0/", "a/8", "2001:db8::/129", "2001:db8::1::/48",
    "localhost", "10.0.0.0/08", "2001:db8::/65", "2001:db8::1",
    "2001:db8:::/48", "1:2:3/48", "256.0.0.0/8",
  ])
  func `what is no network is an error`(text: String) {
    #expect(
      parse("desk: {networks: ['\(text)']}\n").1.map(\.id) == [DiagnosticID.valueInvalid])
  }

  @Test(
    arguments: zip(
      ["10.20.0.0/15", "10.20.0.0/15", "192.0.2.7", "192.0.2.7", "0.0.0.0/0", "2001:db8:7::/48"],
      [
        ([10, 21, 255, 9], true), ([10, 22, 0, 1], false), ([192, 0, 2, 7], true),
        ([192, 0, 2, 8], false), ([8, 8, 8, 8], true), ([0x20, 1, 0x0D, 0xB8, 0, 7, 0, 1], true),
      ] as [([UInt8], Bool)]))
  func `a network holds its addresses`(text: String, expected: (network: [UInt8], isIn: Bool))
    throws
  {
    let range = try #require(NetworkRange(text))
    #expect(range.contains(expected.network) == expected.isIn)
    #expect(!range.contains([0x20, 1, 0x0D, 0xB8, 0, 8, 0, 1]))
  }
}
