extension MarkupDocument {
  /// Links and autolinks in order; computed on each access.
  public var links: [Link] {
    linkNodes.filter { nodes[Int($0)].kind == .link }.map(link)
  }

  /// Images in order, then what raw HTML refers to; computed on each access.
  ///
  /// That is `href` of `a`, `src`, `srcset` and `poster` of `img`, `video`, `audio`, `source` and
  /// `track`; a `srcset` gives one for each of its addresses.
  public var images: [Link] {
    linkNodes.filter { nodes[Int($0)].kind == .image }.map(link) + rawHTMLLinks
  }

  /// The link or image at a node.
  func link(at node: Int32) -> Link {
    let record = nodes[Int(node)]
    var text: [UInt8] = []
    PlainText(nodes: nodes, pool: pool).append(inlinesOf: node, to: &text)
    return Link(
      kind: record.kind == .image ? .image : .link,
      destination: String(decoding: pool[record.text.range], as: UTF8.self),
      title: String(decoding: pool[record.extra.range], as: UTF8.self),
      text: String(decoding: text, as: UTF8.self),
      range: Int(record.start)..<Int(record.end),
      destinationRange: destinations[Int(record.number)])
  }

  private var rawHTMLLinks: [Link] {
    guard hasRawHTML else { return [] }
    var found: [Link] = []
    for index in nodes.indices {
      let record = nodes[index]
      guard record.kind == .htmlBlock || record.kind == .htmlInline else { continue }
      let map = RawHTMLMap(record, document: self)
      var tokenizer = HTMLTokenizer(pool[record.text.range])
      while let token = tokenizer.next() {
        guard case .startTag(let tag) = token else { continue }
        for attribute in tag.attributes where HTMLPolicy.isAddress(attribute.name, of: tag.name) {
          var addresses = [attribute.range]
          if attribute.name == "srcset" {
            addresses = SourceSet(attribute.value).candidates.map(\.address)
          }
          for address in addresses {
            found.append(
              Link(
                kind: .html,
                destination: String(decoding: decodingReferences(pool[address]), as: UTF8.self),
                element: tag.name, range: map.fileRange(tag.range),
                destinationRange: map.exactRange(address)))
          }
        }
      }
    }
    return found
  }
}

extension MarkupDocument {
  /// The `id`s that raw HTML gives, in order; computed on each access.
  ///
  /// They are fragments that links may lead to besides headings.
  public var htmlIdentifiers: [String] {
    guard hasRawHTML else { return [] }
    var found: [String] = []
    for record in nodes where record.kind == .htmlBlock || record.kind == .htmlInline {
      var tokenizer = HTMLTokenizer(pool[record.text.range])
      while let token = tokenizer.next() {
        guard case .startTag(let tag) = token, HTMLPolicy.allows(tag.name) else { continue }
        found += tag.attributes.filter { $0.name == "id" }.map(\.decodedValue)
      }
    }
    return found
  }
}
