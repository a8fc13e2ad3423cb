/// Writes raw HTML so that it is whole by itself: tags that are allowed, quoted in one way, and
/// closed within the Markdown container in which they were opened.
///
/// Markdown cuts HTML into fragments (`<details>`, Markdown, `</details>`). Without this, an
/// unclosed quote or tag in one of them would swallow the Markdown that follows.
struct RawHTMLBalancer {
  /// Tags nested deeper are left out; keeps each end tag's search short.
  private static let depth = 256

  private var open: [(name: String, container: Int32)] = []

  /// Writes a fragment that stands directly in `container`.
  ///
  /// Gives the name of an element whose content has to be left out until its end tag, where the
  /// fragment ends within it.
  mutating func write(
    _ fragment: ArraySlice<UInt8>, in container: Int32, to out: inout [UInt8]
  ) -> String? {
    var tokenizer = HTMLTokenizer(fragment)
    var hidden: String?
    while let token = tokenizer.next() {
      if let name = hidden {
        if case .endTag(name, _) = token { hidden = nil }
        continue
      }
      switch token {
      case .text(let range), .incomplete(let range):
        out.appendEscaped(decodingReferences(fragment[range])[...])
      case .comment: break
      case .startTag(let tag):
        if HTMLPolicy.allows(tag.name) {
          guard open.count < Self.depth else { continue }
          write(tag, to: &out)
          if !HTMLPolicy.isVoid(tag.name) { open.append((name: tag.name, container: container)) }
        } else if HTMLPolicy.dropsContent(tag.name) {
          hidden = tag.name
        }
      case .endTag(let name, _): close(name, in: container, to: &out)
      }
    }
    return hidden
  }

  /// Closes what is still open in a container that ends.
  mutating func leave(_ container: Int32, to out: inout [UInt8]) {
    while let last = open.last, last.container == container {
      writeEnd(last.name, to: &out)
      open.removeLast()
    }
  }

  private mutating func close(_ name: String, in container: Int32, to out: inout [UInt8]) {
    var index = open.count - 1
    while index >= 0, open[index].container == container, open[index].name != name { index -= 1 }
    guard index >= 0, open[index].container == container else { return }
    while open.count > index {
      writeEnd(open[open.count - 1].name, to: &out)
      open.removeLast()
    }
  }

  private func writeEnd(_ name: String, to out: inout [UInt8]) {
    out.append("</" as StaticString)
    out.append(name)
    out.append(">" as StaticString)
  }

  /// Only attributes that are allowed are written: none can pass for one of the renderer's own.
  private func write(_ tag: HTMLTag, to out: inout [UInt8]) {
    out.append("<" as StaticString)
    out.append(tag.name)
    var seen: Set<String> = []
    for attribute in tag.attributes
    where HTMLPolicy.allows(attribute: attribute.name, of: tag.name)
      && seen.insert(attribute.name).inserted
    {
      out.append(" " as StaticString)
      out.append(attribute.name)
      out.append("=\"" as StaticString)
      out.appendEscaped(decodingReferences(attribute.value)[...])
      out.append("\"" as StaticString)
    }
    out.append(">" as StaticString)
  }
}
