/// A tag with the tags inside it.
struct TemplateNode: Sendable {
  /// The tag that opens it.
  var tag: TemplateTag
  /// What stands between it and its closing tag; empty for tags that enclose nothing.
  var children: [TemplateNode] = []

  /// How deep sections may nest; rendering is recursive.
  static let maximumDepth = 64

  /// Nests tags, and says which ones do not match.
  static func tree(
    of tags: [TemplateTag]
  ) -> (nodes: [TemplateNode], faults: [TemplateScanner.Fault]) {
    var faults: [TemplateScanner.Fault] = []
    var open: [TemplateNode] = []
    var roots: [TemplateNode] = []
    func add(_ node: TemplateNode) {
      if open.isEmpty { roots.append(node) } else { open[open.count - 1].children.append(node) }
    }
    for tag in tags {
      switch tag.kind {
      case .comment: continue
      case .variable, .unescaped, .partial: add(TemplateNode(tag: tag))
      case .section, .inverted, .block, .parent:
        if open.count >= maximumDepth {
          faults.append(.init(range: tag.range, message: "sections nest too deep"))
          return (roots, faults)
        }
        open.append(TemplateNode(tag: tag))
      case .close:
        guard let last = open.last else {
          faults.append(.init(range: tag.range, message: "'\(tag.name)' was never opened"))
          continue
        }
        guard last.tag.name == tag.name, last.tag.transforms == tag.transforms else {
          let message = "'\(last.tag.name)' is open here, not '\(tag.name)'"
          faults.append(.init(range: tag.range, message: message))
          continue
        }
        open.removeLast()
        add(last)
      }
    }
    for node in open {
      faults.append(
        .init(range: node.tag.range, message: "'\(node.tag.name)' is opened and never closed"))
    }
    return (roots, faults)
  }
}
