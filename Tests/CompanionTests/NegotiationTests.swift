import Testing

@testable import Companion

@Suite struct NegotiationTests {
  @Test(
    arguments: zip(
      [
        nil, "", "gzip", "gzip, br", "br;q=0.5, gzip", "br;q=0", "*", "gzip;q=0, *;q=0.1",
        "identity", "identity, gzip;q=0.5", "GZIP", "br;q=nonsense", "deflate",
      ] as [String?],
      [
        nil, nil, .gzip, .brotli, .gzip, nil, .brotli, .brotli, nil, nil, .gzip, nil, nil,
      ] as [ContentCoding?]))
  func `the coding a client likes best is chosen`(header: String?, expected: ContentCoding?) {
    #expect(ContentCoding.preferred(by: header) == expected)
  }

  @Test(
    arguments: zip(
      [
        "en", "fr-CA, en;q=0.8", "de, en;q=0.2", "de", "*", "en-GB;q=0.9, fr;q=0.9", "", ";;;,",
        "fr;q=0, en", "de, *;q=0.1", "EN-us",
      ], ["en", "fr", "en", nil, "fr", "fr", nil, nil, "en", "fr", "en"] as [String?]))
  func `the language a reader likes best is chosen`(header: String, expected: String?) {
    #expect(LanguagePreference(header).best(of: ["fr", "en"]) == expected)
  }
}
