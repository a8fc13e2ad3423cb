/// Where lines begin as YAML counts them: U+0085, U+2028 and U+2029 end lines too.
struct YAMLLines {
  private let bytes: [UInt8]
  private let end: Int
  private var starts: [Int]

  /// Finds the lines of a part of a file.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    starts = [range.lowerBound]
    var index = range.lowerBound
    while index < end {
      let next = index + 1
      switch bytes[index] {
      case 0x0A: starts.append(next)
      case 0x0D where next == end || bytes[next] != 0x0A: starts.append(next)
      case 0xC2 where next < end && bytes[next] == 0x85: starts.append(next + 1)
      case 0xE2 where next + 1 < end && bytes[next] == 0x80 && bytes[next + 1] & 0xFE == 0xA8:
        starts.append(next + 2)
      default: break
      }
      index = next
    }
  }

  /// The byte offset of a line and column in Unicode scalars, both from one.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1 else { return starts[0] }
    guard line <= starts.count else { return end }
    var offset = starts[line - 1]
    let limit = line < starts.count ? starts[line] : end
    for _ in 1..<max(1, column) where offset < limit {
      offset += 1
      while offset < limit, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }
}
