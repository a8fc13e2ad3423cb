/// The square brackets of a text that belong together, without those that are escaped or in code.
struct BracketPairs {
  /// Opening bracket and its closing one, -1 where it has none; in the order of the opening.
  private(set) var pairs: [(open: Int, close: Int)] = []

  /// Walks the text once.
  init(_ bytes: ArraySlice<UInt8>) {
    guard bytes.contains(0x5B) else { return }
    var runs = CodeRuns(bytes)
    var open: [Int] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x5C: index += 2
      case 0x60: index = runs.end(ofSpanAt: index, in: bytes)
      case 0x5B:
        open.append(pairs.count)
        pairs.append((open: index, close: -1))
        index += 1
      case 0x5D:
        if let last = open.popLast() { pairs[last].close = index }
        index += 1
      default: index += 1
      }
    }
  }

  /// The first pair that opens at `offset` or after.
  func first(from offset: Int) -> Int {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].open < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The runs of backticks of a text, by length: a code span ends at the next run as long.
private struct CodeRuns {
  private var positions: [Int: [Int]] = [:]
  private var cursors: [Int: Int] = [:]

  init(_ bytes: ArraySlice<UInt8>) {
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x60 else {
        index += 1
        continue
      }
      let length = Self.length(at: index, in: bytes)
      positions[length, default: []].append(index)
      index += length
    }
  }

  /// The offset after a code span, or after the run where it opens nothing.
  mutating func end(ofSpanAt index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    let length = Self.length(at: index, in: bytes)
    let all = positions[length] ?? []
    var cursor = cursors[length] ?? 0
    while cursor < all.count, all[cursor] <= index { cursor += 1 }
    cursors[length] = cursor
    return cursor < all.count ? all[cursor] + length : index + length
  }

  private static func length(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    var end = index
    while end < bytes.count, bytes[end] == 0x60 { end += 1 }
    return end - index
  }
}
