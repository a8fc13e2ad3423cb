extension HTMLRenderer {
  mutating func link(_ node: Int32, _ record: NodeRecord) {
    open("a")
    out.append(" href=\"" as StaticString)
    let resolved = options.resolve.flatMap { $0(document.link(at: node)) }
    let address = address(record, resolved, .link)
    out.appendAddress(address)
    out.append(0x22)
    if !record.extra.isEmpty {
      out.append(" title=\"" as StaticString)
      escape(record.extra)
      out.append(0x22)
    }
    if let language = resolved?.language { attribute("hreflang", language) }
    if options.site, resolved?.isExternal ?? false {
      out.append(" class=\"external\" rel=\"noopener noreferrer\"" as StaticString)
    }
    out.append(0x3E)
  }

  mutating func image(_ node: Int32, _ record: NodeRecord) {
    let resolved = options.resolve.flatMap { $0(document.link(at: node)) }
    let address = address(record, resolved, .media)
    if options.site, Self.isVideo(address) { return video(node, record, address) }
    open("img")
    out.append(" src=\"" as StaticString)
    out.appendAddress(address)
    out.append("\" alt=\"" as StaticString)
    description(of: node)
    if !record.extra.isEmpty {
      out.append("\" title=\"" as StaticString)
      escape(record.extra)
    }
    out.append(0x22)
    if let width = resolved?.width { out.append(" width=\"\(width)\"") }
    if let height = resolved?.height { out.append(" height=\"\(height)\"") }
    if options.site { out.append(" loading=\"lazy\" decoding=\"async\"" as StaticString) }
    out.append(" />" as StaticString)
  }

  /// A video written as an image: played by the browser itself, and fetched when it is asked for.
  private mutating func video(
    _ node: Int32, _ record: NodeRecord, _ address: ArraySlice<UInt8>
  ) {
    open("video")
    out.append(" src=\"" as StaticString)
    out.appendAddress(address)
    out.append("\" aria-label=\"" as StaticString)
    description(of: node)
    out.append("\" controls=\"\" preload=\"none\" playsinline=\"\">" as StaticString)
    open("a")
    out.append(" href=\"" as StaticString)
    out.appendAddress(address)
    out.append("\">" as StaticString)
    description(of: node)
    out.append("</a></video>" as StaticString)
  }

  private static func isVideo(_ address: ArraySlice<UInt8>) -> Bool {
    let path = address.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return [".mp4", ".webm"].contains { ending in
      path.suffix(ending.utf8.count).elementsEqual(ending.utf8) { $0 | 0x20 == $1 | 0x20 }
    }
  }

  /// The address to write; empty where it would run a script.
  private func address(
    _ record: NodeRecord, _ resolved: ResolvedLink?, _ use: AddressPolicy.Use
  ) -> ArraySlice<UInt8> {
    let address = resolved.map { Array($0.href.utf8)[...] } ?? document.pool[record.text.range]
    guard options.filter, !AddressPolicy.allowsMarkdown(address, use) else { return address }
    return []
  }

  /// An image's description: its inlines without marks.
  private mutating func description(of image: Int32) {
    var node = document.nodes[Int(image)].firstChild
    while node >= 0 {
      let record = document.nodes[Int(node)]
      switch record.kind {
      case .text, .code, .htmlInline: escape(record.text)
      case .softBreak, .lineBreak: out.append(0x20)
      default: break
      }
      if record.firstChild >= 0 {
        node = record.firstChild
        continue
      }
      while node != image, document.nodes[Int(node)].next < 0 {
        node = document.nodes[Int(node)].parent
      }
      guard node != image else { return }
      node = document.nodes[Int(node)].next
    }
  }

  mutating func rawInline(_ node: Int32, _ record: NodeRecord) -> Below {
    let fragment = document.pool[record.text.range]
    if showsRawHTML {
      escape(record.text)
      return .none
    }
    guard marks else {
      out.append(contentsOf: fragment)
      return .none
    }
    guard let hidden = balancer.write(fragment, in: record.parent, to: &out) else { return .none }
    guard let end = endTag(of: hidden, after: node) else { return .none }
    return .skip(end)
  }

  /// The sibling that closes an element whose content is left out.
  private mutating func endTag(of name: String, after node: Int32) -> Int32? {
    let element = UnclosedElement(parent: document.nodes[Int(node)].parent, name: name)
    guard !unclosed.contains(element) else { return nil }
    var sibling = document.nodes[Int(node)].next
    while sibling >= 0 {
      let record = document.nodes[Int(sibling)]
      if record.kind == .htmlInline {
        var tokenizer = HTMLTokenizer(document.pool[record.text.range])
        if case .endTag(name, _)? = tokenizer.next() { return sibling }
      }
      sibling = record.next
    }
    unclosed.insert(element)
    return nil
  }
}

/// An element that is known not to be closed in its parent.
struct UnclosedElement: Hashable {
  var parent: Int32
  var name: String
}
