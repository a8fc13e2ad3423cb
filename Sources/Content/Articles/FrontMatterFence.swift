/// Where front matter is in a file.
struct FrontMatterFence: Sendable {
  /// The YAML, without the lines of hyphens.
  var yaml: Range<Int>
  /// Where the Markdown begins.
  var bodyOffset: Int

  /// What is wrong with a file's beginning.
  enum Fault: Error {
    /// It does not begin with `---`.
    case missing
    /// There is no second line of hyphens; the first is here.
    case unclosed(Range<Int>)
  }

  /// Finds front matter after an optional byte-order mark.
  init(_ bytes: [UInt8]) throws(Fault) {
    let start = Self.bodyStart(bytes)
    guard let first = Self.line(bytes, start), Self.isFence(bytes[first.text], [0x2D]) else {
      throw .missing
    }
    var next = first.next
    while let line = Self.line(bytes, next) {
      if Self.isFence(bytes[line.text], [0x2D, 0x2E]) {
        yaml = first.next..<next
        bodyOffset = line.next
        return
      }
      next = line.next
    }
    throw .unclosed(start..<start + 3)
  }

  /// The offset after a byte-order mark.
  static func bodyStart(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private static func line(
    _ bytes: [UInt8], _ start: Int
  ) -> (text: Range<Int>, next: Int)? {
    guard start < bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var end = start
      while end < buffer.count, buffer[end] != 0x0A, buffer[end] != 0x0D { end += 1 }
      var next = end
      if next < buffer.count {
        next += buffer[next] == 0x0D && next + 1 < buffer.count && buffer[next + 1] == 0x0A ? 2 : 1
      }
      return (start..<end, next)
    }
  }

  /// Whether a line is three of one of the marks, and blanks.
  private static func isFence(_ line: ArraySlice<UInt8>, _ marks: [UInt8]) -> Bool {
    guard line.count >= 3, let mark = line.first, marks.contains(mark),
      line.prefix(3).allSatisfy({ $0 == mark })
    else { return false }
    return line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
