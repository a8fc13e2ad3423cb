/// Writes nodes as text without marks.
struct PlainText {
  let nodes: [NodeRecord]
  let pool: [UInt8]

  /// Appends the text of all inlines below a node; an image gives its description.
  func append(inlinesOf parent: Int32, to result: inout [UInt8]) {
    var node = nodes[Int(parent)].firstChild
    while node >= 0 {
      append(leaf: node, to: &result)
      if nodes[Int(node)].firstChild >= 0 {
        node = nodes[Int(node)].firstChild
        continue
      }
      while node != parent, nodes[Int(node)].next < 0 { node = nodes[Int(node)].parent }
      guard node != parent else { return }
      node = nodes[Int(node)].next
    }
  }

  /// Appends the text of one node, without what is below it.
  func append(leaf node: Int32, to result: inout [UInt8]) {
    let record = nodes[Int(node)]
    switch record.kind {
    case .text, .code, .codeBlock: result.append(contentsOf: pool[record.text.range])
    case .softBreak, .lineBreak: result.append(0x20)
    case .htmlBlock:
      HTMLTokenizer(pool[record.text.range]).appendText(to: &result)
    default: break
    }
  }
}
