/// A numbered list at the top level of a document: what to do, in order.
public struct Procedure: Hashable, Sendable {
  /// The number of the heading it stands under, in the outline; nil above the first one.
  public var heading: Int?
  /// The first paragraph of each step, as plain text.
  public var steps: [String]

  /// Makes a procedure from its parts.
  public init(heading: Int? = nil, steps: [String]) {
    self.heading = heading
    self.steps = steps
  }
}

extension MarkupDocument {
  /// The numbered lists at the top level that have two steps or more; computed on each access.
  public var procedures: [Procedure] {
    var result: [Procedure] = []
    var heading: Int?
    var node = nodes.isEmpty ? -1 : nodes[0].firstChild
    while node >= 0 {
      let record = nodes[Int(node)]
      if record.kind == .heading { heading = Int(record.number) }
      if record.kind == .orderedList {
        let steps = steps(of: record)
        if steps.count > 1 { result.append(Procedure(heading: heading, steps: steps)) }
      }
      node = record.next
    }
    return result
  }

  private func steps(of list: NodeRecord) -> [String] {
    let plain = PlainText(nodes: nodes, pool: pool)
    var steps: [String] = []
    var item = list.firstChild
    while item >= 0 {
      let first = nodes[Int(item)].firstChild
      if first >= 0, nodes[Int(first)].kind == .paragraph {
        var bytes: [UInt8] = []
        plain.append(inlinesOf: first, to: &bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        if !text.isEmpty { steps.append(text) }
      }
      item = nodes[Int(item)].next
    }
    return steps
  }
}
