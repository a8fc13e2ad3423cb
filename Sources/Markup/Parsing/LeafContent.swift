import CCmarkGFM

/// Maps the text of a paragraph, heading or cell, as the inline parser saw it, to the file.
///
/// That text lacks what precedes each line (quote marks, indentation), and a cell's lacks the
/// backslash of `\|`.
struct LeafContent {
  /// Where a line of the text begins: in the text, and in what cmark was given.
  private var starts: [(content: Int, source: Int)] = []
  private let firstLine: Int
  private let column: Int
  /// Content offsets at which a backslash before a pipe was dropped; cells only.
  private var dropped: [Int] = []

  /// Lines up a leaf's text with its source.
  init(_ node: UnsafeMutablePointer<cmark_node>, kind: NodeKind, lines: SourceLines) {
    firstLine = unsafe Int(node.pointee.start_line)
    column = unsafe Int(node.pointee.start_column) + Int(node.pointee.internal_offset)
    let start =
      firstLine >= 1 && firstLine <= lines.starts.count ? Int(lines.starts[firstLine - 1]) : 0
    starts.append((content: 0, source: start + column - 1))
    switch kind {
    case .tableCell: unsafe findPipes(node, lines)
    default:
      if unsafe node.pointee.start_line != node.pointee.end_line {
        unsafe alignLines(node, lines)
      }
    }
  }

  /// The text as the inline parser saw it.
  func bytes(of node: UnsafeMutablePointer<cmark_node>) -> UnsafeBufferPointer<UInt8> {
    let content = unsafe balise_content(node)
    return unsafe UnsafeBufferPointer(start: content.data, count: max(0, Int(content.count)))
  }

  /// The file offset of a place in the text.
  func fileOffset(content offset: Int, in lines: SourceLines) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle].content <= offset { low = middle } else { high = middle }
    }
    var source = starts[low].source + offset - starts[low].content
    source += droppedCount(before: offset)
    return lines.fileOffset(min(max(source, 0), lines.text.count))
  }

  /// The file offset of a line and column as cmark counts them: the column counts from the
  /// block's own even where a line is indented otherwise.
  func fileOffset(line: Int, column: Int, in lines: SourceLines) -> Int32 {
    let index = min(max(0, line - firstLine), starts.count - 1)
    let offset = starts[index].content + column - self.column
    return Int32(truncatingIfNeeded: fileOffset(content: max(0, offset), in: lines))
  }

  private func droppedCount(before offset: Int) -> Int {
    var low = 0
    var high = dropped.count
    while low < high {
      let middle = (low + high) / 2
      if dropped[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Pairs each line of the text with the source line whose tail it is, from the last line,
  /// because link reference definitions are cut off at the front.
  private mutating func alignLines(
    _ node: UnsafeMutablePointer<cmark_node>, _ lines: SourceLines
  ) {
    let content = unsafe bytes(of: node)
    var found = [0]
    for index in 0..<content.count where unsafe content[index] == 0x0A {
      if index + 1 < content.count { found.append(index + 1) }
    }
    var line = unsafe Int(node.pointee.end_line)
    if unsafe node.pointee.type == UInt16(truncatingIfNeeded: CMARK_NODE_HEADING.rawValue) {
      line -= 1
    }
    line -= found.count - 1
    starts.removeAll(keepingCapacity: true)
    for (index, begin) in found.enumerated() {
      var end = index + 1 < found.count ? found[index + 1] : content.count
      while end > begin, unsafe content[end - 1] == 0x0A || content[end - 1] == 0x0D { end -= 1 }
      var tail = lines.range(ofLine: line + index)
      // cmark drops blanks at the end of the last line.
      let base = lines.text.startIndex
      while end > begin, unsafe content[end - 1] == 0x20 || content[end - 1] == 0x09 { end -= 1 }
      while !tail.isEmpty,
        lines.text[base + tail.upperBound - 1] == 0x20
          || lines.text[base + tail.upperBound - 1] == 0x09
      { tail = tail.lowerBound..<tail.upperBound - 1 }
      starts.append((content: begin, source: max(tail.lowerBound, tail.upperBound - (end - begin))))
    }
  }

  private mutating func findPipes(
    _ node: UnsafeMutablePointer<cmark_node>, _ lines: SourceLines
  ) {
    let content = unsafe bytes(of: node)
    guard unsafe content.contains(0x7C) else { return }
    let base = lines.text.startIndex
    var source = starts[0].source
    for index in 0..<content.count {
      guard base + source + 1 < lines.text.endIndex else { return }
      if unsafe content[index] == 0x7C, lines.text[base + source] == 0x5C {
        dropped.append(index)
        source += 1
      }
      source += 1
    }
  }
}
