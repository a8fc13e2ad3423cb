/// A run of bytes in a document's text pool.
struct PoolSlice: Sendable {
  var offset: Int32 = 0
  var count: Int32 = 0

  static let empty = PoolSlice()

  var isEmpty: Bool { count == 0 }
  var range: Range<Int> { Int(offset)..<Int(offset) + Int(count) }
}

/// A node as the arena stores it: fixed size, linked by index, -1 where there is no node.
struct NodeRecord: Sendable {
  var kind: NodeKind
  /// A heading's level, or a column's alignment as an ASCII letter (`l`, `c`, `r`) or 0.
  var detail: UInt8 = 0
  var flags: Flags = []
  var parent: Int32
  var firstChild: Int32 = -1
  var next: Int32 = -1
  /// Byte offsets in the file.
  var start: Int32 = 0
  var end: Int32 = 0
  /// The literal; a link's destination; a code block's text; a footnote's label.
  var text: PoolSlice = .empty
  /// A link's title; a code block's info string; a footnote reference's number as shown.
  var extra: PoolSlice = .empty
  /// A list's first number; a heading's or link's index; how often a footnote is referred to.
  var number: Int32 = 0

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    static let tight = Flags(rawValue: 1)
    static let task = Flags(rawValue: 2)
    static let checked = Flags(rawValue: 4)
    static let header = Flags(rawValue: 8)
    static let fenced = Flags(rawValue: 16)
    static let callout = Flags(rawValue: 32)
  }
}
