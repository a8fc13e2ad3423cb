import Content
import Diagnostics
import TestSupport
import Testing

@Suite struct `Fixture sites` {
  @Test(arguments: [
    "site-broken-frontmatter", "site-broken-yaml", "site-broken-links", "site-broken-collisions",
    "site-broken-config", "site-broken-search",
  ])
  func `every fault is reported at once`(name: String) throws {
    let fixture = try FixtureSite(name)
    #expect(fixture.diagnostics == fixture.diagnostics.sorted())
    try expectGolden(fixture.report, "\(name).txt")
  }

  @Test func `a good site has no fault`() throws {
    let fixture = try FixtureSite("site-good")
    #expect(fixture.report.isEmpty)
    let catalog = try #require(fixture.catalog)
    try expectGolden(CatalogText.describe(catalog), "site-good.txt")
  }

  @Test func `drafts are there when they are asked for`() throws {
    let fixture = try FixtureSite("site-good", includeDrafts: true)
    #expect(fixture.report.isEmpty)
    #expect(fixture.catalog?.article("devices/brouillon") != nil)
    #expect(try FixtureSite("site-good").catalog?.article("devices/brouillon") == nil)
  }

  @Test func `every identifier of the goldens is in the catalogue of identifiers`() throws {
    let known = try identifiers()
    for name in ["frontmatter", "yaml", "links", "collisions", "config", "search"] {
      for fault in try FixtureSite("site-broken-\(name)").diagnostics
      where !Self.markupIdentifiers.contains(fault.id) {
        #expect(known.contains(fault.id))
      }
    }
  }

  private static let markupIdentifiers = [
    "heading-level-one", "image-without-description", "link-empty",
  ]

  private func identifiers() throws -> Set<String> {
    let source = try SourceFile.read("Sources/Content/DiagnosticID.swift")
    return Set(
      source.split(separator: "\n").compactMap { line in
        line.contains("public static let") ? line.split(separator: "\"").last.map(String.init) : nil
      })
  }
}
