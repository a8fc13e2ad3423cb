import CLibXML2

/// Filters a rendered document through libxml2's HTML parser and an allow-list.
///
/// The tree that libxml2 builds is written out anew: only elements and attributes on the list,
/// every text and value escaped, every element closed. What is written is therefore safe however
/// libxml2 understood the input, and a browser has nothing left to repair. Tags that the renderer
/// itself wrote carry ``mark`` and keep their attributes.
struct HTMLFilter {
  /// The attribute that marks the renderer's own tags; raw HTML cannot carry it, because
  /// ``RawHTMLBalancer`` writes allowed attributes only.
  static let mark = "balise"
  /// The mark's value on the element that wraps the whole, which is not written.
  private static let root = "root"

  private let options: HTMLOptions
  private var identifiers: Set<String>
  private var out: [UInt8] = []

  /// Prepares to filter; `anchors` are the headings', which raw HTML may not take.
  init(options: HTMLOptions, anchors: Set<String>) {
    self.options = options
    identifiers = options.reservedIDs
    if options.headingAnchors { identifiers.formUnion(anchors) }
  }

  /// libxml2's tables, which are not safe to set up in parallel.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Filters a rendered body; nil where libxml2 cannot hold it.
  consuming func filter(_ body: [UInt8]) -> [UInt8]? {
    guard Self.isReady, body.count <= 1 << 30 else { return nil }
    var input: [UInt8] = []
    input.reserveCapacity(body.count + 64)
    input.append("<html><body><div balise=\"root\">" as StaticString)
    input.append(contentsOf: body)
    input.append("</div></body></html>" as StaticString)
    out.reserveCapacity(body.count)
    let flags =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue | XML_PARSE_HUGE.rawValue
    let document = unsafe input.withUnsafeBytes { buffer in
      unsafe htmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(truncatingIfNeeded: buffer.count), nil, "UTF-8",
        Int32(bitPattern: flags))
    }
    guard let document = unsafe document else { return nil }
    defer { unsafe xmlFreeDoc(document) }
    if let root = unsafe xmlDocGetRootElement(document) { unsafe write(root) }
    return out
  }

  /// Writes a tree in document order, without recursion.
  private mutating func write(_ root: UnsafeMutablePointer<xmlNode>) {
    var node = unsafe root
    var ends: [(node: UInt, name: String)] = []
    while true {
      var descends = false
      if unsafe node.pointee.type == XML_ELEMENT_NODE {
        let name = unsafe String(cString: node.pointee.name)
        switch unsafe element(name, node) {
        case .whole:
          descends = true
          // libxml2 takes what follows `<source>` or `<wbr>` for its content.
          if !HTMLPolicy.isVoid(name) {
            ends.append((node: UInt(bitPattern: node), name: name))
          }
        case .content: descends = true
        case .nothing: break
        }
      } else if unsafe node.pointee.type == XML_TEXT_NODE, let content = unsafe node.pointee.content
      {
        unsafe out.appendEscaped(
          UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
      }
      if descends, let child = unsafe node.pointee.children {
        unsafe node = child
        continue
      }
      while true {
        if let last = ends.last, last.node == UInt(bitPattern: node) {
          out.append("</" as StaticString)
          out.append(last.name)
          out.append(0x3E)
          ends.removeLast()
        }
        if unsafe node == root { return }
        if let next = unsafe node.pointee.next {
          unsafe node = next
          break
        }
        guard let parent = unsafe node.pointee.parent else { return }
        unsafe node = parent
      }
    }
  }

  /// How much of an element is kept.
  private enum Kept {
    case whole
    case content
    case nothing
  }

  /// Writes an element's start tag if it may stand.
  private mutating func element(_ name: String, _ node: UnsafeMutablePointer<xmlNode>) -> Kept {
    let attributes = unsafe attributes(of: node)
    if let mark = attributes.first(where: { $0.name == Self.mark }) {
      guard mark.value != Self.root else { return .content }
      writeOwn(name, attributes)
      return .whole
    }
    guard HTMLPolicy.allows(name) else {
      return HTMLPolicy.dropsContent(name) ? .nothing : .content
    }
    writeRaw(name, attributes)
    return .whole
  }

  private func attributes(
    of node: UnsafeMutablePointer<xmlNode>
  ) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    var attribute = unsafe node.pointee.properties
    while let current = unsafe attribute {
      let name = unsafe String(cString: current.pointee.name)
      var value = ""
      if let text = unsafe xmlNodeListGetString(node.pointee.doc, current.pointee.children, 1) {
        unsafe value = String(cString: text)
        unsafe free(text)
      }
      result.append((name: name, value: value))
      unsafe attribute = current.pointee.next
    }
    return result
  }

  /// Writes a start tag of the renderer's as it was.
  private mutating func writeOwn(_ name: String, _ attributes: [(name: String, value: String)]) {
    out.append(0x3C)
    out.append(name)
    for (name, value) in attributes where name != Self.mark {
      out.append(0x20)
      out.append(name)
      if value.isEmpty, name.hasPrefix("data-footnote") { continue }
      out.append("=\"" as StaticString)
      if name == "href" || name == "src" {
        out.appendAddress(value.utf8)
      } else {
        out.appendEscaped(value)
      }
      out.append(0x22)
    }
    out.append(HTMLPolicy.isVoid(name) ? " />" : ">")
  }

  /// Writes a start tag of raw HTML with what it may carry.
  private mutating func writeRaw(_ name: String, _ attributes: [(name: String, value: String)]) {
    out.append(0x3C)
    out.append(name)
    var resolved: ResolvedLink?
    var opensWindow = false
    for (attribute, value) in attributes where HTMLPolicy.allows(attribute: attribute, of: name) {
      if HTMLPolicy.isAddress(attribute, of: name) {
        if attribute == "srcset" {
          writeSourceSet(name, value)
        } else if let link = writeAddress(attribute, of: name, value), attribute != "poster" {
          resolved = link
        }
        continue
      }
      if let allowed = HTMLPolicy.values(of: attribute), !allowed.contains(value.lowercased()) {
        continue
      }
      if attribute == "id", !claims(identifier: value) { continue }
      opensWindow = opensWindow || attribute == "target"
      write(attribute, value)
    }
    if name == "a", opensWindow || (options.site && resolved?.isExternal ?? false) {
      write("rel", "noopener noreferrer")
    }
    if name == "img" {
      let given = Set(attributes.map(\.name))
      if let width = resolved?.width, let height = resolved?.height, !given.contains("width"),
        !given.contains("height")
      {
        write("width", String(width))
        write("height", String(height))
      }
      if options.site, !given.contains("loading") { write("loading", "lazy") }
      if options.site, !given.contains("decoding") { write("decoding", "async") }
    }
    out.append(HTMLPolicy.isVoid(name) ? " />" : ">")
  }

  private mutating func write(_ attribute: String, _ value: String) {
    out.append(0x20)
    out.append(attribute)
    out.append("=\"" as StaticString)
    out.appendEscaped(value)
    out.append(0x22)
  }

  /// Whether an identifier is free; it then belongs to the element that asked.
  private mutating func claims(identifier: String) -> Bool {
    guard !identifier.isEmpty, identifier.utf8.allSatisfy({ $0 > 0x20 }) else { return false }
    for kind in ["fn-", "fnref-"] where identifier.hasPrefix(options.footnotePrefix + kind) {
      return false
    }
    return identifiers.insert(identifier).inserted
  }

  /// Writes an address if it is safe; gives what it was resolved to.
  private mutating func writeAddress(
    _ attribute: String, of element: String, _ value: String
  ) -> ResolvedLink? {
    let use: AddressPolicy.Use = attribute == "href" ? .link : .media
    guard AddressPolicy.allowsRaw(value.utf8, use) else { return nil }
    let resolved = resolve(value, element)
    let address = resolved?.href ?? value
    guard AddressPolicy.allowsRaw(address.utf8, use) else { return nil }
    out.append(0x20)
    out.append(attribute)
    out.append("=\"" as StaticString)
    out.appendAddress(address.utf8)
    out.append(0x22)
    return resolved
  }

  private func resolve(_ address: String, _ element: String) -> ResolvedLink? {
    options.resolve.flatMap {
      $0(Link(kind: .html, destination: address, element: element, range: 0..<0))
    }
  }

  private mutating func writeSourceSet(_ element: String, _ value: String) {
    var candidates: [String] = []
    let all = Array(value.utf8)
    for candidate in SourceSet(all[...]).candidates {
      guard AddressPolicy.allowsRaw(all[candidate.address], .media) else { continue }
      let source = String(decoding: all[candidate.address], as: UTF8.self)
      let address = resolve(source, element)?.href ?? source
      guard AddressPolicy.allowsRaw(address.utf8, .media) else { continue }
      var bytes: [UInt8] = []
      for byte in address.utf8 {
        // A comma or a blank would end the address.
        switch byte {
        case 0x2C: bytes.append("%2C" as StaticString)
        case 0...0x20: bytes.append("%20" as StaticString)
        default: bytes.append(byte)
        }
      }
      let written = String(decoding: bytes, as: UTF8.self)
      candidates.append(
        candidate.descriptor.isEmpty ? written : "\(written) \(candidate.descriptor)")
    }
    guard !candidates.isEmpty else { return }
    write("srcset", candidates.joined(separator: ", "))
  }
}
