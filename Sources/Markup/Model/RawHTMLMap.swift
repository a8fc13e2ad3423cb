/// Maps a run of raw HTML to the file: each of its lines is part of one source line.
struct RawHTMLMap {
  private var starts: [(literal: Int, source: Int)] = []
  private let document: MarkupDocument
  private let literal: Range<Int>
  private let whole: Range<Int>

  /// Lines up the literal of a node with the source.
  init(_ record: NodeRecord, document: MarkupDocument) {
    self.document = document
    literal = record.text.range
    whole = Int(record.start)..<max(Int(record.start), Int(record.end))
    var source = whole.lowerBound
    var begin = literal.lowerBound
    while begin < literal.upperBound {
      let end =
        document.pool[begin..<literal.upperBound].firstIndex(of: 0x0A) ?? literal.upperBound
      starts.append((literal: begin, source: place(begin..<end, from: source)))
      begin = end + 1
      guard begin < literal.upperBound else { return }
      source = document.source[source...].firstIndex(of: 0x0A).map { $0 + 1 } ?? source
    }
  }

  /// The range in the file of a range of the text pool.
  func fileRange(_ range: Range<Int>) -> Range<Int> {
    guard let start = fileOffset(range.lowerBound), let end = fileOffset(range.upperBound),
      start <= end
    else { return whole }
    return start..<end
  }

  /// The same, or nil unless the bytes there are the same.
  func exactRange(_ range: Range<Int>) -> Range<Int>? {
    guard !range.isEmpty else { return nil }
    let place = fileRange(range)
    guard place.upperBound <= document.source.count,
      document.source[place].elementsEqual(document.pool[range])
    else { return nil }
    return place
  }

  private func fileOffset(_ offset: Int) -> Int? {
    guard !starts.isEmpty else { return nil }
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle].literal <= offset { low = middle } else { high = middle }
    }
    return starts[low].source + offset - starts[low].literal
  }

  /// Finds a line of the literal in the source line that begins at an offset.
  private func place(_ line: Range<Int>, from source: Int) -> Int {
    // What precedes a line is quote marks and indentation: short.
    let last = min(document.source.count - line.count, source + 1024)
    var candidate = source
    while candidate <= last {
      if document.source[candidate..<candidate + line.count].elementsEqual(document.pool[line]) {
        return candidate
      }
      if document.source[candidate] == 0x0A { break }
      candidate += 1
    }
    return source
  }
}
