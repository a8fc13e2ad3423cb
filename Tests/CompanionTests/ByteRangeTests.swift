import Testing

@testable import Companion

@Suite struct ByteRangeTests {
  @Test(
    arguments: zip(
      [
        "bytes=0-3", "bytes=8-", "bytes=-3", "bytes=-99", "bytes=9-9", "bytes=0-999",
        "Bytes= 1 - 2",
      ],
      [0..<4, 8..<10, 7..<10, 0..<10, 9..<10, 0..<10, 1..<3]))
  func `a range gives its bytes`(header: String, expected: Range<Int>) {
    #expect(ByteRange(header, size: 10) == .part(expected))
  }

  @Test(
    arguments: [
      "bytes=10-", "bytes=10-12", "bytes=-0", "bytes=99999999999999999999999-",
    ])
  func `a range that the file does not have is unsatisfiable`(header: String) {
    #expect(ByteRange(header, size: 10) == .unsatisfiable)
  }

  @Test(
    arguments: [
      "", "bytes", "bytes=", "bytes=-", "bytes=3-1", "bytes=a-b", "bytes=0-1,3-4", "lines=0-1",
      "bytes=--3", "bytes=+1-2", "bytes=1-2-3",
    ])
  func `what is no single range means the whole file`(header: String) {
    #expect(ByteRange(header, size: 10) == .whole)
  }

  @Test func `an empty file has no range`() {
    #expect(ByteRange("bytes=0-", size: 0) == .unsatisfiable)
    #expect(ByteRange("bytes=-1", size: 0) == .unsatisfiable)
  }
}
