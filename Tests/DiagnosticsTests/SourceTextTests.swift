import Diagnostics
import Testing

@Suite struct `Source text` {
  @Test func `columns count scalars, not bytes`() {
    let source = SourceText(path: "a.md", bytes: Array("été\n  là → x".utf8))
    #expect(source.position(at: 5) == SourcePosition(line: 1, column: 4))
    let x = Array("été\n  là → ".utf8).count
    #expect(source.position(at: x) == SourcePosition(line: 2, column: 8))
    #expect(source.offset(of: SourcePosition(line: 2, column: 8)) == x)
  }

  @Test(arguments: ["a\nb", "a\r\nb", "a\rb"])
  func `every line ending begins a line`(text: String) {
    let source = SourceText(path: "a.md", bytes: Array(text.utf8))
    #expect(source.lineStarts.count == 2)
    #expect(source.line(1) == "a")
    #expect(source.line(2) == "b")
  }

  @Test func `a byte-order mark takes no column`() {
    let source = SourceText(path: "a.md", bytes: [0xEF, 0xBB, 0xBF] + Array("ab".utf8))
    #expect(source.position(at: 4) == SourcePosition(line: 1, column: 2))
    #expect(source.offset(of: SourcePosition(line: 1, column: 2)) == 4)
  }

  @Test func `positions outside the file are clamped`() {
    let source = SourceText(path: "a.md", bytes: Array("ab\ncd".utf8))
    #expect(source.position(at: 99) == SourcePosition(line: 2, column: 3))
    #expect(source.position(at: -1) == .start)
    #expect(source.offset(of: SourcePosition(line: 1, column: 99)) == 2)
    #expect(source.offset(of: SourcePosition(line: 9, column: 1)) == 5)
    #expect(source.line(0).isEmpty && source.line(7).isEmpty)
  }

  @Test(
    arguments: zip(
      [
        [0x61, 0xC3, 0xA9], [0x61, 0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80],
        [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xF0, 0x9F, 0x94, 0xA7], [],
      ] as [[UInt8]],
      [nil, 1, 0, 0, 0, 0, 0, nil, nil] as [Int?]))
  func `the first byte that is not UTF-8 is found`(bytes: [UInt8], offset: Int?) {
    #expect(SourceText(path: "a", bytes: bytes).firstInvalidUTF8() == offset)
  }
}
