import Testing

@testable import Companion

@Suite struct CompressedBodiesTests {
  private func page(_ text: String, _ size: Int, path: String = "a.html") -> SiteFile {
    SiteFile(
      path: path, bytes: Array(String(repeating: text, count: size / text.utf8.count).utf8))
  }

  @Test func `a page is compressed once and kept`() async throws {
    let bodies = CompressedBodies()
    let file = page("batterie ", 20_000)
    let first = try #require(await bodies.bytes(of: file, in: .brotli))
    #expect(first.count < 1_000)
    #expect(await bodies.bytes(of: file, in: .brotli) == first)
    #expect(await bodies.bytes(of: file, in: .gzip) != first)
  }

  @Test func `what gains nothing is sent as it is`() async {
    let bodies = CompressedBodies()
    #expect(await bodies.bytes(of: page("a", 500), in: .gzip) == nil)
    let picture = SiteFile(path: "a.png", bytes: [UInt8](repeating: 0, count: 5_000))
    #expect(await bodies.bytes(of: picture, in: .gzip) == nil)
    var generator = SystemRandomNumberGenerator()
    let noise = SiteFile(
      path: "a.txt", bytes: (0..<5_000).map { _ in UInt8.random(in: 0...255, using: &generator) })
    #expect(await bodies.bytes(of: noise, in: .brotli) == nil)
    #expect(await bodies.bytes(of: noise, in: .brotli) == nil)
  }

  @Test func `what is kept stays within bounds`() async throws {
    let bodies = CompressedBodies(capacity: 4_000)
    var generator = SystemRandomNumberGenerator()
    for number in 0..<50 {
      let digits = (0..<2_000).map { _ in UInt8.random(in: 48...57, using: &generator) }
      let file = SiteFile(path: "\(number).txt", bytes: digits)
      #expect(await bodies.bytes(of: file, in: .gzip) != nil)
      #expect(bodies.size <= 4_000)
    }
  }

  @Test func `what pages are made from counts, and a page takes the place of the one before`()
    async throws
  {
    let bodies = CompressedBodies()
    for number in 0..<50 {
      let made = page("found \(number) ", 20_000)
      let first = try #require(await bodies.bytes(of: made, in: .gzip))
      #expect(bodies.size == made.count + first.count)
    }
    _ = await bodies.bytes(of: page("other ", 20_000, path: "b.html"), in: .gzip)
    #expect(bodies.size > 40_000)
  }
}
