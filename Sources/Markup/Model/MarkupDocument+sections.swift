extension MarkupDocument {
  /// The plain text by section, for search; computed on each access.
  ///
  /// Headings themselves are in the ``outline``; code and descriptions of images are included,
  /// cells are separated by spaces, and the markers of callouts are left out. What stands before
  /// the first heading comes first, with a nil heading, unless it is empty.
  public var sections: [TextSection] {
    var sections = [TextSection(heading: nil, text: [])]
    let plain = PlainText(nodes: nodes, pool: pool)
    var markers: [Int32: Int] = [:]
    for callout in callouts { markers[callout.marker] = callout.markerCount }
    var node: Int32 = 0
    while node >= 0 {
      let record = nodes[Int(node)]
      var descend = true
      if record.kind == .heading {
        sections.append(TextSection(heading: Int(record.number), text: []))
        descend = false
      } else if let count = markers[node] {
        let last = sections.count - 1
        sections[last].text.append(contentsOf: pool[record.text.range].dropFirst(count))
      } else if record.kind == .softBreak || record.kind == .lineBreak {
        Self.separate(after: .tableCell, &sections[sections.count - 1].text)
      } else {
        plain.append(leaf: node, to: &sections[sections.count - 1].text)
      }
      if descend, record.firstChild >= 0 {
        node = record.firstChild
        continue
      }
      Self.separate(after: record.kind, &sections[sections.count - 1].text)
      while node >= 0, nodes[Int(node)].next < 0 {
        node = nodes[Int(node)].parent
        guard node >= 0 else { break }
        Self.separate(after: nodes[Int(node)].kind, &sections[sections.count - 1].text)
      }
      if node >= 0 { node = nodes[Int(node)].next }
    }
    if sections[0].text.isEmpty, sections.count > 1 { sections.removeFirst() }
    return sections
  }

  private static func separate(after kind: NodeKind, _ text: inout [UInt8]) {
    switch kind {
    case .tableCell: if let last = text.last, last != 0x20, last != 0x0A { text.append(0x20) }
    case .paragraph, .item, .tableRow, .codeBlock, .htmlBlock:
      while let last = text.last, last == 0x20 || last == 0x0A { text.removeLast() }
      if let last = text.last, last != 0x0A { text.append(0x0A) }
    default: break
    }
  }
}
