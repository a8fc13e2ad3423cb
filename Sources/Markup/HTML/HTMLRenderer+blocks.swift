extension HTMLRenderer {
  mutating func orderedList(_ record: NodeRecord) {
    newLine()
    open("ol")
    if options.site, record.parent == 0 { out.append(" class=\"steps\"" as StaticString) }
    if record.number != 1 { out.append(" start=\"\(record.number)\"") }
    out.append(">\n" as StaticString)
  }

  /// Whether emphasis at the end of a step says what the step leads to.
  ///
  /// `*Expected: the lamp is green.*` is shown apart from the step.
  func isExpectedResult(_ record: NodeRecord) -> Bool {
    guard options.site, record.next < 0, record.firstChild >= 0 else { return false }
    let paragraph = document.nodes[Int(record.parent)]
    guard paragraph.kind == .paragraph, paragraph.parent >= 0 else { return false }
    let item = document.nodes[Int(paragraph.parent)]
    guard item.kind == .item, item.parent >= 0 else { return false }
    let list = document.nodes[Int(item.parent)]
    let text = document.nodes[Int(record.firstChild)]
    guard list.kind == .orderedList, list.parent == 0, text.kind == .text else { return false }
    let words = document.pool[text.text.range]
    return options.labels.expected.contains { words.starts(with: $0.utf8) }
  }

  mutating func item(_ record: NodeRecord) {
    newLine()
    open("li")
    let isTask = record.flags.contains(.task)
    if options.site, isTask { out.append(" class=\"task\"" as StaticString) }
    out.append(0x3E)
    guard isTask else { return }
    open("input")
    out.append(" type=\"checkbox\"" as StaticString)
    if record.flags.contains(.checked) { out.append(" checked=\"\"" as StaticString) }
    out.append(" disabled=\"\" /> " as StaticString)
  }

  mutating func heading(_ record: NodeRecord) {
    newLine()
    out.append("<h" as StaticString)
    out.append(0x30 + record.detail)
    if marks { out.append(" balise" as StaticString) }
    if options.headingAnchors {
      attribute("id", document.outline.headings[Int(record.number)].anchor)
    }
    out.append(0x3E)
  }

  mutating func leaveHeading(_ record: NodeRecord) {
    if options.headingAnchors, options.site {
      let heading = document.outline.headings[Int(record.number)]
      open("a")
      out.append(" class=\"anchor\" href=\"#" as StaticString)
      out.appendAddress(heading.anchor.utf8)
      out.append(0x22)
      attribute("aria-label", options.labels.headingAnchor + heading.text)
      out.append("></a>" as StaticString)
    }
    out.append("</h" as StaticString)
    out.append(0x30 + record.detail)
    out.append(">\n" as StaticString)
  }

  mutating func codeBlock(_ record: NodeRecord) {
    newLine()
    let info = document.pool[record.extra.range]
    let isSpace: (UInt8) -> Bool = { (0x09...0x0D).contains($0) || $0 == 0x20 }
    let language = info.prefix { !isSpace($0) }
    if options.site {
      open("div")
      out.append(" class=\"code-block\"" as StaticString)
      if !language.isEmpty { attribute("data-language", String(decoding: language, as: UTF8.self)) }
      out.append(0x3E)
    }
    open("pre")
    if options.site { out.append(" tabindex=\"0\"" as StaticString) }
    out.append(0x3E)
    open("code")
    if !info.isEmpty {
      out.append(" class=\"language-" as StaticString)
      out.appendEscaped(language)
      out.append(0x22)
    }
    out.append(0x3E)
    escape(record.text)
    out.append("</code></pre>" as StaticString)
    if options.site { out.append("</div>" as StaticString) }
    out.append(0x0A)
  }

  // MARK: Callouts

  mutating func enterCallout(_ node: Int32, _ record: NodeRecord) -> Below {
    newLine()
    guard let callout = document.callout(at: node), let kind = callout.kind else {
      openTag("blockquote")
      out.append(0x0A)
      return .children(record.firstChild)
    }
    open("div")
    out.append(" class=\"callout callout-\(kind.rawValue)\" role=\"note\">\n")
    open("p")
    out.append(" class=\"callout-title\">" as StaticString)
    open("span")
    out.append(" class=\"callout-icon\" aria-hidden=\"true\"></span>" as StaticString)
    if callout.hasTitle(document.nodes) {
      let marker = document.nodes[Int(callout.marker)]
      out.appendEscaped(document.pool[marker.text.range].dropFirst(callout.markerCount))
      let lineEnd = titleEnd(callout)
      walk(from: marker.next == lineEnd ? -1 : marker.next, until: lineEnd)
      if marks { balancer.leave(callout.paragraph, to: &out) }
    } else {
      out.appendEscaped(options.labels.callouts[kind] ?? kind.rawValue)
    }
    out.append("</p>\n" as StaticString)
    return .children(record.firstChild)
  }

  /// The break that ends a title's line; -1 when the paragraph ends with it.
  private func titleEnd(_ callout: Callout) -> Int32 {
    var node = callout.marker
    while node >= 0, document.nodes[Int(node)].kind != .softBreak,
      document.nodes[Int(node)].kind != .lineBreak
    { node = document.nodes[Int(node)].next }
    return node
  }

  /// Whether a paragraph is one image with a title, which is then its caption.
  func isFigure(_ record: NodeRecord) -> Bool {
    guard options.site, record.kind == .paragraph, record.firstChild >= 0,
      document.nodes[Int(record.parent)].kind != .footnoteDefinition
    else { return false }
    let child = document.nodes[Int(record.firstChild)]
    return child.kind == .image && child.next < 0 && !child.extra.isEmpty
  }

  /// A paragraph; a callout's first one begins after its title.
  mutating func enterParagraph(_ node: Int32, _ record: NodeRecord) -> Below {
    if let callout = document.callout(at: record.parent), callout.kind != nil,
      callout.paragraph == node
    {
      guard callout.rest >= 0 else { return .none }
      newLine()
      openTag("p")
      return .children(callout.rest)
    }
    let parent = document.nodes[Int(record.parent)]
    var isTight = false
    if parent.parent >= 0 {
      let list = document.nodes[Int(parent.parent)]
      isTight =
        (list.kind == .bulletList || list.kind == .orderedList)
        && list.flags.contains(.tight)
    }
    if isFigure(record) {
      newLine()
      openTag("figure")
    } else if !isTight {
      newLine()
      openTag("p")
    }
    return .children(record.firstChild)
  }
}
