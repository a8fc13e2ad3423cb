/// The bytes of a file together with where its lines begin.
///
/// Lines end at LF, CR LF or a lone CR, as CommonMark defines them. Offsets are bytes from the
/// start of the file, so a byte-order mark takes the first three.
public struct SourceText: Sendable {
  /// The path that diagnostics show.
  public let path: String
  /// The file as it is on disk.
  public let bytes: [UInt8]
  /// The byte offset at which each line begins; never empty.
  public let lineStarts: [Int]

  /// Finds the lines of `bytes`.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        index += 1
        if byte == 0x0A {
          starts.append(index)
        } else if byte == 0x0D, index == buffer.count || buffer[index] != 0x0A {
          starts.append(index)
        }
      }
    }
    lineStarts = starts
  }

  /// The position of a byte offset; offsets outside the file are clamped to it.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    var start = lineStarts[low]
    if low == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
    var column = 1
    for byte in bytes[start..<max(start, offset)] where byte & 0xC0 != 0x80 { column += 1 }
    return SourcePosition(line: low + 1, column: column)
  }

  /// The byte offset of a position; a column past the end of its line gives the line's end.
  public func offset(of position: SourcePosition) -> Int {
    guard position.line >= 1 else { return 0 }
    guard position.line <= lineStarts.count else { return bytes.count }
    let range = lineRange(position.line)
    var offset = range.lowerBound
    if position.line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset += 3 }
    var column = 1
    while offset < range.upperBound, column < position.column {
      offset += 1
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }

  /// The bytes of a line, from 1, without its ending.
  public func lineRange(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The text of a line, from 1; bytes that are not UTF-8 become U+FFFD.
  public func line(_ line: Int) -> String {
    String(decoding: bytes[lineRange(line)], as: UTF8.self)
  }

  /// Where the first byte that is not well-formed UTF-8 stands, or nil.
  public func firstInvalidUTF8() -> Int? {
    var offset = 0
    return bytes.withUnsafeBufferPointer { buffer -> Int? in
      let count = buffer.count
      while offset < count {
        let byte = buffer[offset]
        if byte < 0x80 {
          offset += 1
          continue
        }
        let length: Int
        let second: ClosedRange<UInt8>
        switch byte {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return offset
        }
        guard offset + length <= count, second.contains(buffer[offset + 1]) else { return offset }
        for next in (offset + 2)..<max(offset + 2, offset + length)
        where buffer[next] & 0xC0 != 0x80 {
          return offset
        }
        offset += length
      }
      return nil
    }
  }
}
