import Testing

@testable import Companion

@Suite struct EntityTagTests {
  let tag = EntityTag(value: "abc")

  @Test(arguments: ["\"abc\"", "W/\"abc\"", "*", "\"x\", \"abc\"", " \"a,b\" , W/\"abc\"", " * "])
  func `a tag that is known matches`(header: String) {
    #expect(tag.matches(ifNoneMatch: header))
  }

  @Test(arguments: ["", "abc", "\"ab\"", "\"abc", "\"abcd\"", "\"*\"", "W/\"x\"", "\"x\" \"abc\""])
  func `another tag does not match`(header: String) {
    #expect(!tag.matches(ifNoneMatch: header))
  }

  @Test func `a range goes on only from the same bytes`() {
    #expect(tag.matches(ifRange: "\"abc\""))
    #expect(!tag.matches(ifRange: "W/\"abc\""))
    #expect(!tag.matches(ifRange: "Sat, 10 Jan 2026 12:00:00 GMT"))
    #expect(!tag.matches(ifRange: "*"))
  }

  @Test func `each coding has a tag of its own`() {
    #expect(Set([nil, .gzip, .brotli].map { tag.encoded($0) }).count == 3)
  }
}
