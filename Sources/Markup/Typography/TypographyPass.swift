/// Sets the text of a parsed document, paragraph by paragraph, before anything is read from it.
///
/// What readers see, what is indexed and what tables of contents say is then the same text.
struct TypographyPass {
  let typography: Typography
  private(set) var nodes: [NodeRecord]
  private(set) var pool: [UInt8]
  /// How many elements of raw HTML that hold code are open in the paragraph.
  private var codeDepth = 0

  init(_ typography: Typography, nodes: [NodeRecord], pool: [UInt8]) {
    self.typography = typography
    self.nodes = nodes
    self.pool = pool
  }

  /// Goes through the document; nodes stand in its order.
  mutating func run() {
    var index = 0
    while index < nodes.count {
      switch nodes[index].kind {
      case .paragraph, .heading, .tableCell: index = set(after: index)
      default: index += 1
      }
    }
  }

  /// Sets the inlines of a paragraph; the index of what follows them.
  private mutating func set(after block: Int) -> Int {
    var end = block + 1
    var quotes = 0
    while end < nodes.count, nodes[end].kind.isInline {
      if nodes[end].kind == .text {
        quotes += Typography.Setter.quotes(in: pool[nodes[end].text.range])
      }
      end += 1
    }
    var setter = Typography.Setter(
      typography: typography, quotes: Typography.Quotes(counting: quotes))
    codeDepth = 0
    for index in (block + 1)..<max(end, block + 1) {
      let record = nodes[index]
      switch record.kind {
      case .text where codeDepth == 0 && !isAddress(record):
        guard let text = setter.set(pool[record.text.range], next: byte(after: index, end))
        else { continue }
        nodes[index].text = PoolSlice(
          offset: Int32(truncatingIfNeeded: pool.count),
          count: Int32(truncatingIfNeeded: text.count))
        pool += text
      case .image: setTitle(of: index)
      case .softBreak, .lineBreak: setter.breakLine()
      case .text, .code, .footnoteReference: setter.pass()
      case .htmlInline: follow(pool[record.text.range])
      default: break
      }
    }
    return end
  }

  /// Sets an image's title, which may be its caption.
  private mutating func setTitle(of image: Int) {
    let slice = nodes[image].extra
    guard !slice.isEmpty else { return }
    let title = Array(typography.set(String(decoding: pool[slice.range], as: UTF8.self)).utf8)
    nodes[image].extra = PoolSlice(
      offset: Int32(truncatingIfNeeded: pool.count), count: Int32(truncatingIfNeeded: title.count))
    pool += title
  }

  /// The first byte of the text after a node; 0 at the paragraph's end.
  private func byte(after index: Int, _ end: Int) -> UInt8 {
    for record in nodes[(index + 1)..<end] {
      switch record.kind {
      case .text: if let first = pool[record.text.range].first { return first }
      case .softBreak, .lineBreak: return 0x20
      case .code, .footnoteReference, .image: return UInt8(ascii: "x")
      default: break
      }
    }
    return 0
  }

  /// Whether a text is the address that it links to.
  private func isAddress(_ record: NodeRecord) -> Bool {
    guard record.parent >= 0, nodes[Int(record.parent)].kind == .link else { return false }
    let address = pool[nodes[Int(record.parent)].text.range]
    return address.elementsEqual(pool[record.text.range])
      || address.suffix(Int(record.text.count)).elementsEqual(pool[record.text.range])
  }

  /// Notes where raw HTML begins and ends code.
  private mutating func follow(_ tag: ArraySlice<UInt8>) {
    var tokenizer = HTMLTokenizer(tag)
    switch tokenizer.next() {
    case .startTag(let tag)? where Self.code.contains(tag.name): codeDepth += 1
    case .endTag(let name, _)? where Self.code.contains(name): codeDepth = max(0, codeDepth - 1)
    default: break
    }
  }

  private static let code: Set<String> = ["code", "kbd", "samp", "pre", "var", "script", "style"]
}

extension NodeKind {
  /// Whether it stands within a paragraph.
  fileprivate var isInline: Bool { rawValue >= NodeKind.text.rawValue }
}
