import Diagnostics

/// One template's text with its tags, as it was written.
struct TemplateSource: Sendable {
  /// The name that partials call it by, such as `card`.
  let name: String
  /// Its file's bytes and lines.
  let source: SourceText
  /// Its tags in order.
  let tags: [TemplateTag]
  /// Its tags nested.
  let nodes: [TemplateNode]
  /// What is wrong with its syntax.
  let diagnostics: [Diagnostic]

  /// Reads a template.
  init(name: String, path: String, bytes: [UInt8]) {
    self.name = name
    let source = SourceText(path: path, bytes: bytes)
    self.source = source
    let scanner = TemplateScanner(bytes)
    let tree = TemplateNode.tree(of: scanner.tags)
    tags = scanner.tags
    nodes = tree.nodes
    var diagnostics = (scanner.faults + tree.faults).map { fault in
      Diagnostic(.error, id: "template-syntax", in: source, range: fault.range, fault.message)
    }
    if let offset = source.firstInvalidUTF8() {
      diagnostics.append(
        Diagnostic(
          .error, id: "encoding-invalid", in: source, range: offset..<(offset + 1),
          "this byte is not UTF-8"))
    }
    self.diagnostics = diagnostics
  }
}
