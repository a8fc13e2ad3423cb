/// Where lines begin in the Markdown that cmark is given, and what had to be replaced in it.
struct SourceLines {
  /// Offset of the first byte given to cmark, in the file.
  let base: Int
  /// What cmark is given; the file's own bytes wherever they are valid.
  let text: ArraySlice<UInt8>
  /// Where each line begins, relative to ``text``'s start.
  let starts: [Int32]
  /// Where U+FFFD was written: its offset in ``text`` and how many bytes it added until then.
  private var replacements: [(offset: Int, growth: Int)] = []

  /// cmark stops the process when a buffer passes half of `Int32.max`; longer files are cut.
  static let limit = 1 << 28

  /// Replaces NUL and whatever is not UTF-8, and finds the lines.
  init(_ bytes: [UInt8], from offset: Int) {
    var start = min(max(offset, 0), bytes.count)
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    base = start
    let part = bytes[start..<min(bytes.count, start + Self.limit)]
    if Self.isClean(part) {
      text = part
    } else {
      (text, replacements) = Self.replacing(part)
    }
    starts = Self.lineStarts(text)
  }

  /// The offset in the file of an offset in ``text``, counted from its start.
  func fileOffset(_ offset: Int) -> Int {
    guard !replacements.isEmpty else { return base + offset }
    var low = 0
    var high = replacements.count
    while low < high {
      let middle = (low + high) / 2
      if replacements[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return base + offset - (low == 0 ? 0 : replacements[low - 1].growth)
  }

  /// The bytes of a line, from 1, without its ending, counted from ``text``'s start.
  func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return text.count..<text.count }
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) : text.count
    while end > start, isLineEnd(text[text.startIndex + end - 1]) { end -= 1 }
    return start..<end
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private static func lineStarts(_ text: ArraySlice<UInt8>) -> [Int32] {
    var starts: [Int32] = [0]
    starts.reserveCapacity(text.count / 40 + 1)
    unsafe text.withUnsafeBufferPointer { buffer in
      let count = buffer.count
      var index = 0
      while index < count {
        let byte = unsafe buffer[index]
        index += 1
        if byte == 0x0A {
          starts.append(Int32(truncatingIfNeeded: index))
        } else if byte == 0x0D, unsafe index == count || buffer[index] != 0x0A {
          starts.append(Int32(truncatingIfNeeded: index))
        }
      }
    }
    return starts
  }

  /// Whether there is nothing to replace.
  private static func isClean(_ text: ArraySlice<UInt8>) -> Bool {
    unsafe text.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let length = unsafe UTF8Sequence.length(at: index, in: buffer)
        guard length > 0 else { return false }
        index += length
      }
      return true
    }
  }

  private static func replacing(
    _ text: ArraySlice<UInt8>
  ) -> (ArraySlice<UInt8>, [(offset: Int, growth: Int)]) {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 64)
    var replacements: [(offset: Int, growth: Int)] = []
    unsafe text.withUnsafeBufferPointer { buffer in
      var index = 0
      var growth = 0
      while index < buffer.count {
        let length = unsafe UTF8Sequence.length(at: index, in: buffer)
        if length > 0 {
          for byte in index..<index + length { unsafe result.append(buffer[byte]) }
          index += length
        } else {
          growth += 2
          replacements.append((offset: result.count, growth: growth))
          result.append(contentsOf: [0xEF, 0xBF, 0xBD])
          index += 1
        }
      }
    }
    return (result[...], replacements)
  }
}
