/// A node of a document, for reading.
///
/// A view: copying one is cheap, and it keeps the document alive.
public struct MarkupNode: Sendable {
  let document: MarkupDocument
  let index: Int32

  /// What this is.
  public var kind: NodeKind { record.kind }

  /// The node in the file, in bytes.
  ///
  /// Blocks, links, images and raw HTML are exact; other inlines are where cmark places them,
  /// within their block.
  public var range: Range<Int> { Int(record.start)..<max(Int(record.start), Int(record.end)) }

  /// The text of a leaf: text, code, a code block, raw HTML; empty for any other.
  public var literal: String {
    switch kind {
    case .text, .code, .codeBlock, .htmlBlock, .htmlInline: string(record.text)
    default: ""
    }
  }

  /// A heading's level; nil for any other node.
  public var level: Int? { kind == .heading ? Int(record.detail) : nil }

  /// A fenced code block's info string; empty where there is none.
  public var info: String { kind == .codeBlock ? string(record.extra) : "" }

  /// An ordered list's first number; nil for any other node.
  public var start: Int? { kind == .orderedList ? Int(record.number) : nil }

  /// Whether an item is a task, and then whether it is done; nil for any other node.
  public var isChecked: Bool? {
    record.flags.contains(.task) ? record.flags.contains(.checked) : nil
  }

  /// The kind of callout that a block quote is; nil for any other node.
  public var callout: CalloutKind? {
    record.flags.contains(.callout) ? document.callout(at: index)?.kind : nil
  }

  /// What a link or an image refers to; nil for any other node.
  public var link: Link? {
    kind == .link || kind == .image ? document.link(at: index) : nil
  }

  /// The nodes directly below, in order.
  public var children: [MarkupNode] {
    var result: [MarkupNode] = []
    var child = record.firstChild
    while child >= 0 {
      result.append(MarkupNode(document: document, index: child))
      child = document.nodes[Int(child)].next
    }
    return result
  }

  private var record: NodeRecord { document.nodes[Int(index)] }

  private func string(_ slice: PoolSlice) -> String {
    String(decoding: document.pool[slice.range], as: UTF8.self)
  }
}

extension MarkupDocument {
  /// The root of the tree.
  public var root: MarkupNode { MarkupNode(document: self, index: 0) }

  /// Every node, each before those below it.
  public var allNodes: some Sequence<MarkupNode> {
    nodes.indices.lazy.map { MarkupNode(document: self, index: Int32(truncatingIfNeeded: $0)) }
  }
}
