/// A parsed document: a frozen tree in flat arrays, together with its source.
///
/// A value without references to C or to other nodes; it can be kept, copied and read from any
/// task.
public struct MarkupDocument: Sendable {
  /// The headings, with their anchors.
  public let outline: Outline

  let source: [UInt8]
  /// Where the Markdown begins in ``source``.
  let base: Int
  let nodes: [NodeRecord]
  let pool: [UInt8]
  let linkNodes: [Int32]
  let destinations: [Range<Int>?]
  /// The nodes of the headings, as ``outline`` counts them.
  let headingNodes: [Int32]
  /// What stands after `[!KIND]` in each callout, by the quote's node, in ascending order.
  let callouts: [Callout]
  /// Whether there is raw HTML anywhere.
  let hasRawHTML: Bool

  init(
    source: [UInt8], base: Int, nodes: [NodeRecord], pool: [UInt8], linkNodes: [Int32],
    destinations: [Range<Int>?]
  ) {
    self.source = source
    self.base = base
    self.pool = pool
    self.linkNodes = linkNodes
    self.destinations = destinations
    var nodes = nodes
    var headings: [Int32] = []
    var callouts: [Callout] = []
    var hasRawHTML = false
    for index in nodes.indices {
      switch nodes[index].kind {
      case .heading:
        nodes[index].number = Int32(truncatingIfNeeded: headings.count)
        headings.append(Int32(truncatingIfNeeded: index))
      case .htmlBlock, .htmlInline: hasRawHTML = true
      case .blockQuote:
        guard let callout = Callout(quote: index, nodes: nodes, pool: pool) else { continue }
        nodes[index].flags.insert(.callout)
        callouts.append(callout)
      default: break
      }
    }
    self.nodes = nodes
    self.callouts = callouts
    self.hasRawHTML = hasRawHTML
    headingNodes = headings
    var anchors = AnchorMaker()
    outline = Outline(
      headings: headings.map { index in
        let record = nodes[Int(index)]
        var bytes: [UInt8] = []
        PlainText(nodes: nodes, pool: pool).append(inlinesOf: index, to: &bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        return Heading(
          level: Int(record.detail), text: text, anchor: anchors.anchor(for: text),
          range: Int(record.start)..<Int(record.end))
      })
  }

  /// The callout that a block quote is.
  func callout(at node: Int32) -> Callout? {
    var low = 0
    var high = callouts.count
    while low < high {
      let middle = (low + high) / 2
      if callouts[middle].quote < node { low = middle + 1 } else { high = middle }
    }
    return low < callouts.count && callouts[low].quote == node ? callouts[low] : nil
  }
}
