/// One rendering of a template: its output so far and the objects it is inside of.
struct TemplateRun {
  /// An object that names are looked up in.
  private enum Scope {
    case values(TemplateValues)
    case texts([String: String])
    case other(any Sendable)

    init(_ value: any Sendable) {
      if let values = value as? TemplateValues {
        self = .values(values)
      } else if let texts = value as? [String: String] {
        self = .texts(texts)
      } else {
        self = .other(value)
      }
    }

    var value: any Sendable {
      switch self {
      case .values(let values): values
      case .texts(let texts): texts
      case .other(let value): value
      }
    }

    func child(_ name: String) -> (any Sendable)? {
      switch self {
      case .values(let values): values[name]
      case .texts(let texts): texts[name]
      case .other: nil
      }
    }
  }

  /// What has been rendered.
  private(set) var output: [UInt8] = []
  private let programs: [String: [TemplatePiece]]
  private var scopes: [Scope]
  private var blocks: [String: [TemplatePiece]] = [:]
  private var place: (index: Int, count: Int)?
  private var depth = 0

  /// How deep templates may build on each other; a block within itself would never end.
  private static let maximumDepth = 100

  /// Begins with an object and an empty output.
  init(programs: [String: [TemplatePiece]], values: TemplateValues) {
    self.programs = programs
    scopes = [.values(values)]
    output.reserveCapacity(16_384)
  }

  /// Renders the template of a name; nothing when there is none.
  mutating func render(_ name: String) {
    if let pieces = programs[name] { render(pieces) }
  }

  private mutating func render(_ pieces: [TemplatePiece]) {
    guard depth < Self.maximumDepth else { return }
    depth += 1
    for piece in pieces { render(piece) }
    depth -= 1
  }

  private mutating func render(_ piece: TemplatePiece) {
    switch piece {
    case .text(let bytes): output += bytes
    case .value(let path, let isEscaped):
      if let value = value(of: path) { write(value, isEscaped: isEscaped) }
    case .section(let path, let isInverted, let inner):
      section(value(of: path), isInverted: isInverted, inner)
    case .partial(let name): render(name)
    case .parent(let name, let replaced):
      let outer = blocks
      // What builds on this template has the last word.
      blocks.merge(replaced) { given, _ in given }
      render(name)
      blocks = outer
    case .block(let name, let content): render(blocks[name] ?? content)
    }
  }

  private mutating func section(
    _ value: (any Sendable)?, isInverted: Bool, _ inner: [TemplatePiece]
  ) {
    let elements = value.flatMap(Self.elements)
    let isShown = elements.map { !$0.isEmpty } ?? Self.isTrue(value)
    guard isShown != isInverted else { return }
    guard !isInverted, let value, !(value is Bool) else { return render(inner) }
    guard let elements else { return render(inner, in: Scope(value)) }
    let outer = place
    for (index, element) in elements.enumerated() {
      place = (index, elements.count)
      render(inner, in: element)
    }
    place = outer
  }

  private mutating func render(_ pieces: [TemplatePiece], in scope: Scope) {
    scopes.append(scope)
    render(pieces)
    scopes.removeLast()
  }

  /// The elements of a list; nil for what is none.
  private static func elements(_ value: any Sendable) -> [Scope]? {
    if let list = value as? [TemplateValues] { return list.map(Scope.values) }
    if let list = value as? [[String: String]] { return list.map(Scope.texts) }
    if value is [UInt8] { return nil }
    if let list = value as? [any Sendable] { return list.map { Scope($0) } }
    return nil
  }

  private static func isTrue(_ value: (any Sendable)?) -> Bool {
    guard let value, !(value is AbsentValue) else { return false }
    if let flag = value as? Bool { return flag }
    if let text = value as? String { return !text.isEmpty }
    return true
  }

  private func value(of path: TemplatePath) -> (any Sendable)? {
    switch path.question {
    case .first: return place.map { $0.index == 0 }
    case .last: return place.map { $0.index == $0.count - 1 }
    case .index: return place?.index
    case .count: return found(path).flatMap(Self.elements)?.count ?? 0
    case .empty: return found(path).flatMap(Self.elements)?.isEmpty ?? true
    case nil: return found(path)
    }
  }

  private func found(_ path: TemplatePath) -> (any Sendable)? {
    guard let first = path.names.first else { return scopes.last?.value }
    var result: (any Sendable)?
    if path.isLocal {
      result = scopes.last?.child(first)
    } else {
      var index = scopes.count
      while result == nil, index > 0 {
        index -= 1
        result = scopes[index].child(first)
      }
    }
    for name in path.names.dropFirst() { result = result.flatMap { Scope($0).child(name) } }
    return result
  }

  private mutating func write(_ value: any Sendable, isEscaped: Bool) {
    if var text = value as? String {
      guard isEscaped else {
        output += text.utf8
        return
      }
      text.withUTF8 { HTMLText.append(escaping: $0, to: &output) }
    } else if let bytes = value as? [UInt8] {
      if isEscaped {
        bytes.withUnsafeBufferPointer { HTMLText.append(escaping: $0, to: &output) }
      } else {
        output += bytes
      }
    } else if let number = value as? Int {
      output += String(number).utf8
    } else if let flag = value as? Bool {
      output += (flag ? "true" : "false").utf8
    }
  }
}
