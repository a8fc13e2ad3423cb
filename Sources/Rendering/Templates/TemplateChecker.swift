import Diagnostics

/// Compares what templates name with what there is.
struct TemplateChecker {
  /// All templates by name.
  let sources: [String: TemplateSource]
  /// The fields of the templates that pages begin with.
  let roots: [String: TemplateFields]
  private var found: Set<Diagnostic> = []
  private var visited: Set<Visit> = []

  /// A partial seen in a place; checking it there again would say the same.
  private struct Visit: Hashable {
    var name: String
    var scopes: [Int]
  }

  private struct Scope {
    var id: Int
    var field: TemplateField
  }
  private var scopeCount = 0

  init(sources: [String: TemplateSource], roots: [String: TemplateFields]) {
    self.sources = sources
    self.roots = roots
  }

  /// Every fault, sorted: cycles of partials first of all, because nothing else is safe to follow.
  mutating func diagnostics() -> [Diagnostic] {
    checkCycles()
    guard found.isEmpty else { return found.sorted() }
    for (name, fields) in roots.sorted(by: { $0.key < $1.key }) {
      guard let source = sources[name] else { continue }
      visited = []
      scopeCount = 1
      check(source.nodes, of: source, [Scope(id: 0, field: .object(fields))])
    }
    return found.sorted()
  }

  private mutating func check(
    _ nodes: [TemplateNode], of source: TemplateSource, _ scopes: [Scope]
  ) {
    for node in nodes {
      let tag = node.tag
      switch tag.kind {
      case .comment, .close: break
      case .variable, .unescaped:
        if let field = resolve(tag, source, scopes) { checkValue(field, tag, source) }
      case .section, .inverted:
        let field = resolve(tag, source, scopes)
        guard tag.kind == .section, tag.transforms.isEmpty || field != nil else {
          check(node.children, of: source, scopes)
          continue
        }
        scopeCount += 1
        let inner: TemplateField = field.map(Self.element) ?? .anything
        check(node.children, of: source, scopes + [Scope(id: scopeCount, field: inner)])
      case .block: check(node.children, of: source, scopes)
      case .partial, .parent:
        follow(tag, source, scopes)
        check(node.children, of: source, scopes)
      }
    }
  }

  /// Checks a partial in the place where it is used.
  private mutating func follow(
    _ tag: TemplateTag, _ source: TemplateSource, _ scopes: [Scope]
  ) {
    guard let partial = sources[tag.name] else {
      let nearest = Suggestion.nearest(to: tag.name, among: sources.keys.sorted())
      report("template-partial-unknown", tag, source, "there is no partial '\(tag.name)'", nearest)
      return
    }
    // Partials that include each other twice over would otherwise be followed for ever.
    guard scopeCount < 100_000,
      visited.insert(Visit(name: tag.name, scopes: scopes.map(\.id))).inserted
    else { return }
    check(partial.nodes, of: partial, scopes)
  }

  /// The field that a tag names; nil, with a diagnostic, when there is none.
  private mutating func resolve(
    _ tag: TemplateTag, _ source: TemplateSource, _ scopes: [Scope]
  ) -> TemplateField? {
    for transform in tag.transforms where !Self.transforms.contains(transform) {
      let nearest = Suggestion.nearest(to: transform, among: Self.transforms.sorted())
      report(
        "template-field-unknown", tag, source, "there is no transform '\(transform)'", nearest)
      return nil
    }
    if tag.transforms.count > 1 {
      report("template-field-unknown", tag, source, "only one transform may be used", nil)
      return nil
    }
    // first(), last(), index(): about the place in a list, not about a field.
    if tag.name.isEmpty { return .flag }
    if tag.name == "." { return scopes.last?.field ?? .anything }
    let parts = tag.name.split(separator: ".").map(String.init)
    let visible = tag.name.first == "." ? scopes.suffix(1) : scopes[...]
    guard let first = parts.first else { return nil }
    guard var field = Self.find(first, in: visible) else {
      unknown(first, tag, source, among: visible.flatMap { Self.names($0.field) })
      return nil
    }
    for part in parts.dropFirst() {
      if case .anything = field { return field }
      guard let next = Self.child(part, of: field) else {
        unknown(part, tag, source, among: Self.names(field))
        return nil
      }
      field = next
    }
    return tag.transforms.isEmpty ? field : .anything
  }

  /// An object or a list shows nothing a reader could use.
  private mutating func checkValue(
    _ field: TemplateField, _ tag: TemplateTag, _ source: TemplateSource
  ) {
    switch field {
    case .object, .list:
      guard tag.name != "." else { return }
      let kind = if case .list = field { "a list" } else { "an object" }
      report(
        "template-field-kind", tag, source,
        "'\(tag.name)' is \(kind); open a section with '{{#\(tag.name)}}'", nil)
    case .html where tag.kind == .variable:
      report(
        "template-field-kind", tag, source,
        "'\(tag.name)' is finished HTML; write '{{{\(tag.name)}}}'", nil)
    default: break
    }
  }

  private mutating func unknown(
    _ part: String, _ tag: TemplateTag, _ source: TemplateSource, among names: [String]
  ) {
    let nearest = Suggestion.nearest(to: part, among: Set(names).sorted())
    report("template-field-unknown", tag, source, "there is no field '\(part)' here", nearest)
  }

  private mutating func report(
    _ id: String, _ tag: TemplateTag, _ source: TemplateSource, _ message: String,
    _ nearest: String?
  ) {
    found.insert(
      Diagnostic(
        .error, id: id, in: source.source, range: tag.nameRange, message,
        suggestion: nearest.map { FixIt("use '\($0)'") }))
  }

  private static func find(_ name: String, in scopes: ArraySlice<Scope>) -> TemplateField? {
    for scope in scopes.reversed() {
      if let field = child(name, of: scope.field) { return field }
    }
    return nil
  }

  private static func child(_ name: String, of field: TemplateField) -> TemplateField? {
    switch field {
    case .object(let fields): fields[name]
    default: nil
    }
  }

  private static func names(_ field: TemplateField) -> [String] {
    if case .object(let fields) = field { fields.keys.sorted() } else { [] }
  }

  /// What a section over a field puts in scope.
  private static func element(_ field: TemplateField) -> TemplateField {
    if case .list(let fields) = field { .object(fields) } else { field }
  }

  private static let transforms = Set(TemplatePath.Question.allCases.map(\.rawValue))
}

extension TemplateChecker {
  /// Reports every partial that includes itself; rendering one would never end.
  private mutating func checkCycles() {
    var done: Set<String> = []
    for name in sources.keys.sorted() {
      var path: [String] = []
      visit(name, &path, &done)
    }
  }

  private mutating func visit(_ name: String, _ path: inout [String], _ done: inout Set<String>) {
    guard !done.contains(name), let source = sources[name] else { return }
    path.append(name)
    for tag in source.tags where tag.kind == .partial || tag.kind == .parent {
      if let start = path.firstIndex(of: tag.name) {
        let cycle = (path[start...] + [tag.name]).joined(separator: " → ")
        report("template-cycle", tag, source, "this partial includes itself: \(cycle)", nil)
      } else {
        visit(tag.name, &path, &done)
      }
    }
    path.removeLast()
    done.insert(name)
  }
}
