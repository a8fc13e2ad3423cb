import CCmarkGFM

/// A link, image or tag whose exact place is wanted.
@safe struct InlineTarget {
  let node: Int32
  let kind: NodeKind
  private let handle: UnsafeMutablePointer<cmark_node>

  /// Refers to a node of a tree that outlives this value.
  init(node: Int32, kind: NodeKind, handle: UnsafeMutablePointer<cmark_node>) {
    self.node = node
    self.kind = kind
    unsafe self.handle = handle
  }

  /// A link's address.
  var url: UnsafeBufferPointer<UInt8> {
    let bytes = unsafe balise_link_url(handle)
    return unsafe UnsafeBufferPointer(start: bytes.data, count: max(0, Int(bytes.count)))
  }

  /// A tag as written, or the text of what may be an autolink; nil for any other link.
  var written: UnsafeBufferPointer<UInt8>? {
    var source = unsafe handle
    if kind != .htmlInline {
      guard kind == .link, let child = unsafe handle.pointee.first_child,
        unsafe child.pointee.next == nil,
        unsafe child.pointee.type == UInt16(truncatingIfNeeded: CMARK_NODE_TEXT.rawValue)
      else { return nil }
      unsafe source = child
    }
    let bytes = unsafe balise_literal(source)
    guard unsafe bytes.count > 0 else { return nil }
    return unsafe UnsafeBufferPointer(start: bytes.data, count: Int(bytes.count))
  }
}

/// Where a target was found.
struct FoundInline {
  /// Where its address stands.
  enum Destination {
    case none
    /// In the text of the same block.
    case content(Range<Int>)
    /// In a definition elsewhere in the file.
    case definition(Range<Int>)
  }

  var node: Int32
  /// In the text of the block.
  var range: Range<Int>
  var destination: Destination
}
