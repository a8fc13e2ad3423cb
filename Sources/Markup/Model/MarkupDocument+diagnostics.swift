public import Diagnostics

extension MarkupDocument {
  /// What a writer should know about the document; all warnings but for a file that is too long.
  ///
  /// - `html-removed`: an element, attribute or address of raw HTML that does not reach the page.
  /// - `callout-unknown`: `> [!WORD]` with a word that is no callout.
  /// - `heading-level-one`: a `#` heading; the article's title is the page's only one.
  /// - `heading-empty`: a heading without text.
  /// - `link-empty`: a link without address or text.
  /// - `link-unsafe`: a Markdown link whose address would run a script.
  /// - `image-without-description`: an image without alternative text.
  /// - `file-too-long`: Markdown beyond what is read.
  ///
  /// At most 500 are given.
  public func diagnostics(in text: SourceText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func warn(_ id: String, _ range: Range<Int>, _ message: String, _ fix: FixIt? = nil) {
      guard found.count < Self.diagnosticsLimit else { return }
      let start = text.position(at: range.lowerBound)
      // A line that no screen shows is not copied into each of its problems.
      guard text.lineRange(start.line).count > 4096 else {
        found.append(
          Diagnostic(.warning, id: id, in: text, range: range, message, suggestion: fix))
        return
      }
      found.append(
        Diagnostic(.warning, id: id, path: text.path, at: start, message, suggestion: fix))
    }
    for heading in outline.headings {
      if heading.level == 1 {
        warn(
          "heading-level-one", heading.range,
          "a first-level heading in the text repeats the page's title",
          FixIt("begin headings in the text at '##'"))
      }
      if heading.text.allSatisfy(\.isWhitespace) {
        warn("heading-empty", heading.range, "a heading without text")
      }
    }
    for callout in callouts where callout.kind == nil {
      let record = nodes[Int(callout.marker)]
      let range = Int(record.start)..<Int(record.start) + callout.word.utf8.count + 3
      let names = CalloutKind.allCases.map { $0.rawValue.uppercased() }
      let nearest = Suggestion.nearest(to: callout.word, among: names)
      warn(
        "callout-unknown", range, "unknown callout '\(callout.word)'",
        nearest.map { FixIt("replace '\(callout.word)' with '\($0)'", replacement: "[!\($0)]") }
          ?? FixIt("use one of \(names.joined(separator: ", "))"))
    }
    for node in linkNodes { warnAbout(link(at: node), at: node, warn) }
    warnAboutRawHTML(warn)
    if source.count - base > SourceLines.limit {
      found.append(
        Diagnostic(
          .error, id: "file-too-long", in: text,
          range: base + SourceLines.limit..<base + SourceLines.limit,
          "Markdown beyond \(SourceLines.limit >> 20) MB is not read"))
    }
    return found.sorted()
  }

  /// No more problems than this are reported for one document; nobody reads on.
  private static let diagnosticsLimit = 500

  private func warnAbout(
    _ link: Link, at node: Int32, _ warn: (String, Range<Int>, String, FixIt?) -> Void
  ) {
    let use: AddressPolicy.Use = link.kind == .image ? .media : .link
    if !AddressPolicy.allowsMarkdown(link.destination.utf8, use) {
      warn("link-unsafe", link.range, "the address '\(link.destination)' is not safe", nil)
    }
    let isBlank = link.text.allSatisfy(\.isWhitespace)
    if link.kind == .image {
      if link.destination.isEmpty {
        warn("link-empty", link.range, "an image without address", nil)
      }
      guard isBlank else { return }
      warn(
        "image-without-description", link.range, "an image without description",
        FixIt("say what it shows between '![' and ']'"))
    } else if link.destination.isEmpty {
      warn("link-empty", link.range, "a link without address", nil)
    } else if isBlank, !containsImage(node) {
      warn("link-empty", link.range, "a link without text", nil)
    }
  }

  /// Whether a link holds an image, whose own warning is enough.
  private func containsImage(_ link: Int32) -> Bool {
    let next = nodes[Int(link)].number + 1
    guard Int(next) < linkNodes.count else { return false }
    // Images within a link come right after it, and a link within a link there is none.
    var node = linkNodes[Int(next)]
    guard nodes[Int(node)].kind == .image else { return false }
    while node > link { node = nodes[Int(node)].parent }
    return node == link
  }

  private func warnAboutRawHTML(_ warn: (String, Range<Int>, String, FixIt?) -> Void) {
    guard hasRawHTML else { return }
    for index in nodes.indices {
      let record = nodes[index]
      guard record.kind == .htmlBlock || record.kind == .htmlInline else { continue }
      let map = RawHTMLMap(record, document: self)
      var tokenizer = HTMLTokenizer(pool[record.text.range])
      var hidden: String?
      while let token = tokenizer.next() {
        if let name = hidden {
          if case .endTag(name, _) = token { hidden = nil }
          continue
        }
        switch token {
        case .startTag(let tag):
          if HTMLPolicy.dropsContent(tag.name) { hidden = tag.name }
          for removal in HTMLRemoval.all(in: tag) {
            warn("html-removed", map.fileRange(tag.range), removal.message, nil)
          }
        case .incomplete(let range):
          warn(
            "html-removed", map.fileRange(range), "a tag that is not closed is shown as text", nil)
        default: break
        }
      }
    }
  }
}
