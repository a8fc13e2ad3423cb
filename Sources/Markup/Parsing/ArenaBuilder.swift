import CCmarkGFM

/// Turns cmark's tree into the arena, without recursion: writers nest 10,000 deep.
@safe struct ArenaBuilder {
  private(set) var nodes: [NodeRecord] = []
  private(set) var pool: [UInt8] = []
  /// Links and images in order.
  private(set) var linkNodes: [Int32] = []
  /// Where each link's address stands in the file, as `linkNodes` counts them.
  private(set) var destinations: [Range<Int>?] = []

  private let lines: SourceLines
  private var definitions: ReferenceDefinitions?
  private var alignments: [UInt8] = []
  private var cellColumn = 0
  private var leaf: LeafContent?
  private var pending: [InlineTarget] = []

  /// Converts a whole tree; `lines` is what it was parsed from.
  init(_ tree: borrowing CmarkTree, lines: SourceLines) {
    self.lines = lines
    nodes.reserveCapacity(lines.text.count / 24 + 8)
    pool.reserveCapacity(lines.text.count + lines.text.count / 8)
    unsafe tree.withRoot { unsafe convert($0) }
    if nodes.isEmpty { nodes.append(NodeRecord(kind: .document, parent: -1)) }
  }

  private mutating func convert(_ root: UnsafeMutablePointer<cmark_node>) {
    var current = unsafe root
    var parent: Int32 = -1
    var previous: Int32 = -1
    while true {
      var index = Int32(truncatingIfNeeded: nodes.count)
      unsafe enter(current, parent: parent)
      if previous >= 0 {
        nodes[Int(previous)].next = index
      } else if parent >= 0 {
        nodes[Int(parent)].firstChild = index
      }
      if let child = unsafe current.pointee.first_child {
        parent = index
        previous = -1
        unsafe current = child
        continue
      }
      unsafe leave(current, index)
      while true {
        if unsafe current == root { return }
        if let next = unsafe current.pointee.next {
          previous = index
          unsafe current = next
          break
        }
        guard let up = unsafe current.pointee.parent else { return }
        unsafe current = up
        index = parent
        parent = nodes[Int(index)].parent
        unsafe leave(current, index)
      }
    }
  }

  private mutating func enter(_ node: UnsafeMutablePointer<cmark_node>, parent: Int32) {
    let type = unsafe node.pointee.type
    var record = NodeRecord(
      kind: CmarkNodeKinds.table[CmarkNodeKinds.index(of: type)] ?? .paragraph, parent: parent)
    unsafe fill(&record, from: node)
    let index = Int32(truncatingIfNeeded: nodes.count)
    let isInline = type & 0x4000 != 0
    if isInline, let leaf {
      record.start = unsafe leaf.fileOffset(
        line: Int(node.pointee.start_line), column: Int(node.pointee.start_column), in: lines)
      record.end = unsafe leaf.fileOffset(
        line: Int(node.pointee.end_line), column: Int(node.pointee.end_column) + 1, in: lines)
      record.end = max(record.start, record.end)
    } else {
      unsafe placeBlock(&record, node)
    }
    switch record.kind {
    case .paragraph, .heading, .tableCell:
      unsafe leaf = LeafContent(node, kind: record.kind, lines: lines)
    case .link, .image:
      record.number = Int32(truncatingIfNeeded: linkNodes.count)
      linkNodes.append(index)
      destinations.append(nil)
      unsafe pending.append(InlineTarget(node: index, kind: record.kind, handle: node))
    case .htmlInline:
      unsafe pending.append(InlineTarget(node: index, kind: record.kind, handle: node))
    default: break
    }
    nodes.append(record)
  }

  private func placeBlock(
    _ record: inout NodeRecord, _ node: UnsafeMutablePointer<cmark_node>
  ) {
    let start = unsafe offset(Int(node.pointee.start_line), Int(node.pointee.start_column) - 1)
    let end = unsafe offset(Int(node.pointee.end_line), Int(node.pointee.end_column))
    record.start = Int32(truncatingIfNeeded: lines.fileOffset(start))
    record.end = Int32(truncatingIfNeeded: lines.fileOffset(max(start, end)))
    if record.kind == .document {
      record.start = Int32(truncatingIfNeeded: lines.base)
      record.end = Int32(truncatingIfNeeded: lines.fileOffset(lines.text.count))
    }
  }

  private func offset(_ line: Int, _ column: Int) -> Int {
    guard line >= 1, line <= lines.starts.count else { return line < 1 ? 0 : lines.text.count }
    let start = Int(lines.starts[line - 1])
    let end = line < lines.starts.count ? Int(lines.starts[line]) : lines.text.count
    return min(max(start, start + column), end)
  }

  private mutating func fill(
    _ record: inout NodeRecord, from node: UnsafeMutablePointer<cmark_node>
  ) {
    switch record.kind {
    case .text, .code, .htmlInline, .htmlBlock:
      record.text = unsafe append(balise_literal(node))
    case .link, .image:
      record.text = unsafe append(balise_link_url(node))
      record.extra = unsafe append(balise_link_title(node))
    case .codeBlock:
      record.text = unsafe append(balise_code_literal(node))
      record.extra = unsafe append(balise_code_info(node))
      if unsafe balise_code_is_fenced(node) != 0 { record.flags.insert(.fenced) }
    case .heading:
      record.detail = unsafe UInt8(truncatingIfNeeded: cmark_node_get_heading_level(node))
    case .bulletList:
      if unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST { record.kind = .orderedList }
      if unsafe cmark_node_get_list_tight(node) != 0 { record.flags.insert(.tight) }
      record.number = unsafe cmark_node_get_list_start(node)
    case .item:
      guard unsafe balise_is_task(node) != 0 else { return }
      record.flags.insert(.task)
      if unsafe cmark_gfm_extensions_get_tasklist_item_checked(node) {
        record.flags.insert(.checked)
      }
    case .footnoteReference:
      record.extra = unsafe append(balise_literal(node))
      record.text = unsafe append(balise_footnote_label(node))
      record.number = unsafe balise_footnote_number(node)
    case .footnoteDefinition:
      record.text = unsafe append(balise_footnote_label(node))
      record.number = unsafe balise_footnote_number(node)
    case .table:
      alignments = []
      let count = Int(unsafe cmark_gfm_extensions_get_table_columns(node))
      if let columns = unsafe cmark_gfm_extensions_get_table_alignments(node) {
        unsafe alignments.append(contentsOf: UnsafeBufferPointer(start: columns, count: count))
      }
      record.number = Int32(truncatingIfNeeded: count)
    case .tableRow:
      cellColumn = 0
      if unsafe cmark_gfm_extensions_get_table_row_is_header(node) != 0 {
        record.flags.insert(.header)
      }
    case .tableCell:
      record.detail = cellColumn < alignments.count ? alignments[cellColumn] : 0
      cellColumn += 1
    default: break
    }
  }

  private mutating func append(_ bytes: balise_bytes) -> PoolSlice {
    guard let data = unsafe bytes.data, unsafe bytes.count > 0 else { return .empty }
    let slice = unsafe PoolSlice(
      offset: Int32(truncatingIfNeeded: pool.count), count: bytes.count)
    unsafe pool.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(bytes.count)))
    return slice
  }

  private mutating func leave(_ node: UnsafeMutablePointer<cmark_node>, _ index: Int32) {
    switch nodes[Int(index)].kind {
    case .paragraph, .heading, .tableCell: break
    default: return
    }
    defer {
      leaf = nil
      pending.removeAll(keepingCapacity: true)
    }
    guard !pending.isEmpty, let leaf else { return }
    if definitions == nil { definitions = ReferenceDefinitions(lines) }
    guard let definitions else { return }
    let finder = unsafe InlineFinder(
      content: leaf.bytes(of: node), targets: pending, definitions: definitions)
    for found in finder.find() {
      let start = leaf.fileOffset(content: found.range.lowerBound, in: lines)
      let end = leaf.fileOffset(content: found.range.upperBound, in: lines)
      nodes[Int(found.node)].start = Int32(truncatingIfNeeded: start)
      nodes[Int(found.node)].end = Int32(truncatingIfNeeded: max(start, end))
      let record = nodes[Int(found.node)]
      guard record.kind != .htmlInline else { continue }
      switch found.destination {
      case .none: break
      case .content(let range):
        let low = leaf.fileOffset(content: range.lowerBound, in: lines)
        let high = leaf.fileOffset(content: range.upperBound, in: lines)
        if low <= high { destinations[Int(record.number)] = low..<high }
      case .definition(let range): destinations[Int(record.number)] = range
      }
    }
  }
}
