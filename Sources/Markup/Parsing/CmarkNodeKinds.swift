import CCmarkGFM

/// Tells cmark's node types apart.
///
/// The extensions' types are numbers given out when the extensions are registered, kept in C
/// variables that Swift 6 cannot read safely; parsing one small document shows what they are.
enum CmarkNodeKinds {
  /// The kind for each type: 64 blocks, then 64 inlines; nil for what Balise never makes.
  static let table: [NodeKind?] = {
    var table = [NodeKind?](repeating: nil, count: 128)
    let sample = Array("|a|\n|-|\n|~~b~~|\n".utf8)
    let tree = CmarkTree(parsing: sample[...])
    unsafe tree.withRoot { root in
      let walk = unsafe cmark_iter_new(root)
      while unsafe cmark_iter_next(walk) != CMARK_EVENT_DONE {
        guard let current = unsafe cmark_iter_get_node(walk) else { break }
        let index = unsafe index(of: current.pointee.type)
        switch unsafe String(cString: cmark_node_get_type_string(current)) {
        case "table": table[index] = .table
        case "table_header", "table_row": table[index] = .tableRow
        case "table_cell": table[index] = .tableCell
        case "strikethrough": table[index] = .strikethrough
        default: break
        }
      }
      unsafe cmark_iter_free(walk)
    }
    let known: [(cmark_node_type, NodeKind)] = [
      (CMARK_NODE_DOCUMENT, .document), (CMARK_NODE_BLOCK_QUOTE, .blockQuote),
      (CMARK_NODE_LIST, .bulletList), (CMARK_NODE_ITEM, .item),
      (CMARK_NODE_CODE_BLOCK, .codeBlock), (CMARK_NODE_HTML_BLOCK, .htmlBlock),
      (CMARK_NODE_PARAGRAPH, .paragraph), (CMARK_NODE_HEADING, .heading),
      (CMARK_NODE_THEMATIC_BREAK, .thematicBreak),
      (CMARK_NODE_FOOTNOTE_DEFINITION, .footnoteDefinition), (CMARK_NODE_TEXT, .text),
      (CMARK_NODE_SOFTBREAK, .softBreak), (CMARK_NODE_LINEBREAK, .lineBreak),
      (CMARK_NODE_CODE, .code), (CMARK_NODE_HTML_INLINE, .htmlInline),
      (CMARK_NODE_EMPH, .emphasis), (CMARK_NODE_STRONG, .strong), (CMARK_NODE_LINK, .link),
      (CMARK_NODE_IMAGE, .image), (CMARK_NODE_FOOTNOTE_REFERENCE, .footnoteReference),
    ]
    for (type, kind) in known { table[index(of: UInt16(truncatingIfNeeded: type.rawValue))] = kind }
    return table
  }()

  /// Where a type stands in ``table``.
  static func index(of type: UInt16) -> Int {
    Int(type & 0x3F) + (type & 0x4000 != 0 ? 64 : 0)
  }
}
