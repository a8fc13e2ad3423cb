/// Writes a document's tree as HTML, without recursion.
struct HTMLRenderer {
  let document: MarkupDocument
  let options: HTMLOptions
  /// Whether the renderer's own tags carry ``HTMLFilter/mark``, for the filter that follows.
  let marks: Bool
  /// Whether raw HTML is written as text, where it cannot be filtered.
  var showsRawHTML = false
  var out: [UInt8] = []
  var balancer = RawHTMLBalancer()
  /// Spares looking again for an end tag that is not there.
  var unclosed: Set<UnclosedElement> = []
  /// In a table: whether its header is being written, and whether its body was begun.
  private var inHeader = false
  private var inBody = false
  private var tables = 0
  private var footnotes = 0
  private var footnotesClosed = 0

  init(_ document: MarkupDocument, _ options: HTMLOptions, marks: Bool) {
    self.document = document
    self.options = options
    self.marks = marks
  }

  /// The whole document.
  mutating func render() -> [UInt8] {
    out.reserveCapacity(document.pool.count + document.nodes.count * 8 + 64)
    walk(from: 0, until: -1)
    if footnotes > 0 {
      out.append("</ol>\n" as StaticString)
      out.append(options.site ? "</div>\n" : "</section>\n" as StaticString)
    }
    if marks { balancer.leave(0, to: &out) }
    return out
  }

  /// Writes a node with all below it, and the siblings that follow it until `end`.
  mutating func walk(from first: Int32, until end: Int32) {
    guard first >= 0 else { return }
    let top = document.nodes[Int(first)].parent
    var node = first
    while node >= 0, node != end {
      var below = enter(node)
      // A raw element that takes its content with it: go on after its end tag.
      if case .skip(let sibling) = below {
        node = sibling
        below = .none
      }
      if case .children(let child) = below, child >= 0 {
        node = child
        continue
      }
      if case .none = below {} else { leave(node) }
      while document.nodes[Int(node)].next < 0 {
        let parent = document.nodes[Int(node)].parent
        guard parent != top, parent >= 0 else { return }
        node = parent
        leave(node)
      }
      node = document.nodes[Int(node)].next
    }
  }

  /// What to write after a node's beginning.
  enum Below {
    /// The children from this one on, then the node's end.
    case children(Int32)
    /// Nothing: the node is complete.
    case none
    /// Nothing until after this sibling.
    case skip(Int32)
  }

  private mutating func enter(_ node: Int32) -> Below {
    let record = document.nodes[Int(node)]
    switch record.kind {
    case .text: escape(record.text)
    case .softBreak: out.append(0x0A)
    case .lineBreak:
      open("br")
      out.append(" />\n" as StaticString)
    case .code:
      openTag("code")
      escape(record.text)
      out.append("</code>" as StaticString)
    case .htmlInline: return rawInline(node, record)
    case .htmlBlock:
      newLine()
      if marks {
        _ = balancer.write(document.pool[record.text.range], in: record.parent, to: &out)
      } else if showsRawHTML {
        escape(record.text)
      } else {
        out.append(contentsOf: document.pool[record.text.range])
      }
      newLine()
    case .codeBlock: codeBlock(record)
    case .thematicBreak:
      newLine()
      open("hr")
      out.append(" />\n" as StaticString)
    case .image:
      image(node, record)
    case .footnoteReference: footnoteReference(record)
    case .blockQuote where options.callouts && record.flags.contains(.callout):
      return enterCallout(node, record)
    case .paragraph where options.callouts: return enterParagraph(node, record)
    default:
      enterContainer(node, record)
      return .children(record.firstChild)
    }
    return .none
  }

  private mutating func enterContainer(_ node: Int32, _ record: NodeRecord) {
    switch record.kind {
    case .blockQuote:
      newLine()
      openTag("blockquote")
      out.append(0x0A)
    case .bulletList:
      newLine()
      openTag("ul")
      out.append(0x0A)
    case .orderedList: orderedList(record)
    case .item: item(record)
    case .paragraph:
      guard !isTight(record) else { return }
      newLine()
      openTag("p")
    case .heading: heading(record)
    case .emphasis:
      open("em")
      if isExpectedResult(record) { out.append(" class=\"expected\"" as StaticString) }
      out.append(0x3E)
    case .strong: openTag("strong")
    case .strikethrough: openTag("del")
    case .link: link(node, record)
    case .table: table()
    case .tableRow: tableRow(record)
    case .tableCell: tableCell(record)
    case .footnoteDefinition: footnoteDefinition(record)
    default: break
    }
  }

  private mutating func leave(_ node: Int32) {
    if marks { balancer.leave(node, to: &out) }
    let record = document.nodes[Int(node)]
    switch record.kind {
    case .blockQuote:
      newLine()
      let isCallout = options.callouts && document.callout(at: node)?.kind != nil
      out.append(isCallout ? "</div>\n" : "</blockquote>\n")
    case .bulletList: out.append("</ul>\n" as StaticString)
    case .orderedList: out.append("</ol>\n" as StaticString)
    case .item: out.append("</li>\n" as StaticString)
    case .paragraph where isFigure(record):
      openTag("figcaption")
      escape(document.nodes[Int(record.firstChild)].extra)
      out.append("</figcaption></figure>\n" as StaticString)
    case .paragraph:
      guard !isTight(record) else { return }
      let parent = document.nodes[Int(record.parent)]
      if parent.kind == .footnoteDefinition, record.next < 0 {
        out.append(0x20)
        footnoteBackReferences(parent)
      }
      out.append("</p>\n" as StaticString)
    case .heading: leaveHeading(record)
    case .emphasis: out.append("</em>" as StaticString)
    case .strong: out.append("</strong>" as StaticString)
    case .strikethrough: out.append("</del>" as StaticString)
    case .link: out.append("</a>" as StaticString)
    case .table:
      newLine()
      if inBody { out.append("</tbody>\n" as StaticString) }
      inBody = false
      out.append("</table>\n" as StaticString)
      if options.site { out.append("</div>\n" as StaticString) }
    case .tableRow:
      newLine()
      out.append("</tr>\n" as StaticString)
      if record.flags.contains(.header) {
        out.append("</thead>\n" as StaticString)
        inHeader = false
      }
    case .tableCell: out.append(inHeader ? "</th>" : "</td>")
    case .footnoteDefinition:
      if footnoteBackReferences(record) { out.append(0x0A) }
      out.append("</li>\n" as StaticString)
    default: break
    }
  }

  // MARK: Pieces

  /// Begins a line unless one has just begun.
  mutating func newLine() {
    if let last = out.last, last != 0x0A { out.append(0x0A) }
  }

  /// `<name` and the mark; attributes and `>` follow.
  mutating func open(_ name: StaticString) {
    out.append(0x3C)
    out.append(name)
    if marks { out.append(" balise" as StaticString) }
  }

  /// A start tag without attributes.
  mutating func openTag(_ name: StaticString) {
    open(name)
    out.append(0x3E)
  }

  mutating func escape(_ slice: PoolSlice) {
    let range = slice.range
    unsafe document.pool.withUnsafeBufferPointer { pool in
      unsafe out.appendEscaped(UnsafeBufferPointer(rebasing: pool[range]))
    }
  }

  /// ` name="value"`.
  mutating func attribute(_ name: StaticString, _ value: String) {
    out.append(0x20)
    out.append(name)
    out.append("=\"" as StaticString)
    out.appendEscaped(value)
    out.append(0x22)
  }

  private func isTight(_ record: NodeRecord) -> Bool {
    let parent = document.nodes[Int(record.parent)]
    guard parent.parent >= 0 else { return false }
    let list = document.nodes[Int(parent.parent)]
    return (list.kind == .bulletList || list.kind == .orderedList) && list.flags.contains(.tight)
  }

  // MARK: Tables

  private mutating func table() {
    newLine()
    inBody = false
    if options.site {
      tables += 1
      open("div")
      out.append(" class=\"table-scroll\" role=\"region\"" as StaticString)
      attribute("aria-label", "\(options.labels.table) \(tables)")
      out.append(" tabindex=\"0\">\n" as StaticString)
    }
    openTag("table")
  }

  private mutating func tableRow(_ record: NodeRecord) {
    newLine()
    if record.flags.contains(.header) {
      inHeader = true
      openTag("thead")
      out.append(0x0A)
    } else if !inBody {
      inBody = true
      openTag("tbody")
      out.append(0x0A)
    }
    openTag("tr")
  }

  private mutating func tableCell(_ record: NodeRecord) {
    newLine()
    open(inHeader ? "th" : "td")
    switch record.detail {
    case 0x6C: out.append(" align=\"left\"" as StaticString)
    case 0x63: out.append(" align=\"center\"" as StaticString)
    case 0x72: out.append(" align=\"right\"" as StaticString)
    default: break
    }
    out.append(0x3E)
  }

  // MARK: Footnotes

  private mutating func footnoteReference(_ record: NodeRecord) {
    open("sup")
    out.append(" class=\"footnote-ref\">" as StaticString)
    open("a")
    out.append(" href=\"#" as StaticString)
    footnoteTarget("fn-", record)
    out.append("\" id=\"" as StaticString)
    footnoteTarget("fnref-", record)
    if record.number > 1 { out.append("-\(record.number)") }
    out.append("\" data-footnote-ref>" as StaticString)
    out.appendAddress(document.pool[record.extra.range])
    out.append("</a></sup>" as StaticString)
  }

  private mutating func footnoteTarget(_ kind: StaticString, _ record: NodeRecord) {
    out.appendAddress(options.footnotePrefix.utf8)
    out.append(kind)
    out.appendAddress(document.pool[record.text.range])
  }

  private mutating func footnoteDefinition(_ record: NodeRecord) {
    if footnotes == 0 {
      // A section wants a heading, which nobody wrote.
      open(options.site ? "div" : "section")
      out.append(" class=\"footnotes\"" as StaticString)
      if options.site { out.append(" role=\"doc-endnotes\"" as StaticString) }
      out.append(" data-footnotes>\n" as StaticString)
      openTag("ol")
      out.append(0x0A)
    }
    footnotes += 1
    open("li")
    out.append(" id=\"" as StaticString)
    footnoteTarget("fn-", record)
    out.append("\">\n" as StaticString)
  }

  /// The ways back from a footnote, once for each; whether there was anything to write.
  @discardableResult
  private mutating func footnoteBackReferences(_ record: NodeRecord) -> Bool {
    guard footnotesClosed < footnotes else { return false }
    footnotesClosed = footnotes
    let label = options.site ? options.labels.footnoteBack : "Back to content"
    for number in 1...max(1, record.number) {
      if number > 1 { out.append(0x20) }
      open("a")
      out.append(" href=\"#" as StaticString)
      footnoteTarget("fnref-", record)
      if number > 1 { out.append("-\(number)") }
      out.append("\" class=\"footnote-backref\" data-footnote-backref" as StaticString)
      attribute("aria-label", label)
      out.append(">↩" as StaticString)
      if number > 1 {
        open("sup")
        out.append(" class=\"footnote-ref\">\(number)</sup>")
      }
      out.append("</a>" as StaticString)
    }
    return true
  }
}
