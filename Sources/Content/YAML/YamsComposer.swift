import Diagnostics
import Yams

/// Reads YAML with Yams; nothing else here knows of it.
///
/// Only the tree is taken from Yams, not its types: YAML 1.1 reads `no` as false and `012` as ten.
struct YamsComposer {
  let parser: YAMLParser
  let source: SourceText
  let range: Range<Int>
  private let lines: YAMLLines
  private var diagnostics: [Diagnostic] = []
  private var nodeCount = 0

  /// Prepares to read a part of a file.
  init(source: SourceText, range: Range<Int>) {
    self.source = source
    self.range = range
    parser = YAMLParser(source: source)
    lines = YAMLLines(source.bytes, range)
  }

  /// Reads one map; nil when there are faults.
  consuming func compose() -> (entries: [YAMLEntry]?, diagnostics: [Diagnostic]) {
    let (root, faults) = root()
    guard let root, faults.isEmpty else { return (nil, faults) }
    if case .mapping(let entries) = root.content { return (entries, []) }
    if root.isNull { return ([], []) }
    return (nil, [unexpected(root, "keys with values are expected here", "key: value")])
  }

  /// Reads one list; nil when there are faults.
  consuming func composeList() -> (items: [YAMLNode]?, diagnostics: [Diagnostic]) {
    let (root, faults) = root()
    guard let root, faults.isEmpty else { return (nil, faults) }
    if case .sequence(let items) = root.content { return (items, []) }
    if root.isNull { return ([], []) }
    return (nil, [unexpected(root, "a list is expected here", "- key: value")])
  }

  private func unexpected(_ root: YAMLNode, _ message: String, _ example: String) -> Diagnostic {
    parser.error(
      DiagnosticID.typeMismatch, root.range, message, FixIt("write each as '\(example)'"))
  }

  /// Reads one value, null where there is nothing; nil when there are faults.
  private mutating func root() -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
    let bytes = source.bytes[range]
    if let place = YAMLLimits.excessiveDepth(bytes) {
      return failure(DiagnosticID.yamlTooLarge, place, "YAML nested too deeply")
    }
    if let place = YAMLLimits.aliasInKey(bytes) {
      return failure(DiagnosticID.yamlSyntax, place, "an alias cannot be part of a key")
    }
    do {
      // The encoding is given because the default one is looked up in the environment each time.
      let root = try Yams.Parser(
        yaml: String(decoding: bytes, as: UTF8.self), encoding: .utf8
      ).singleRoot()
      guard let root else {
        let start = range.lowerBound..<range.lowerBound
        return (YAMLNode(content: .scalar("", isPlain: true), range: start), [])
      }
      let node = convert(root, depth: 0)
      return (node, diagnostics)
    } catch let error as YamlError {
      return (nil, diagnostics + [diagnostic(for: error)])
    } catch {
      return failure(DiagnosticID.yamlSyntax, range.lowerBound..<range.lowerBound, "\(error)")
    }
  }

  private func failure(
    _ id: String, _ range: Range<Int>, _ message: String
  ) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
    (nil, diagnostics + [parser.error(id, range, message)])
  }

  // MARK: Conversion

  /// The node as a value of ours; nil once there is more than is read.
  private mutating func convert(_ node: Node, depth: Int) -> YAMLNode? {
    let start = offset(node.mark)
    nodeCount += 1
    guard nodeCount <= YAMLParser.maximumNodes, depth <= YAMLParser.maximumDepth else {
      if !diagnostics.contains(where: { $0.id == DiagnosticID.yamlTooLarge }) {
        let message = "YAML that grows beyond \(YAMLParser.maximumNodes) values"
        diagnostics.append(parser.error(DiagnosticID.yamlTooLarge, start..<start, message))
      }
      return nil
    }
    switch node {
    case .scalar(let scalar):
      return YAMLNode(
        content: .scalar(scalar.string, isPlain: scalar.style == .plain),
        range: start..<end(of: scalar, from: start))
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for item in sequence {
        guard let item = convert(item, depth: depth + 1) else { return nil }
        items.append(item)
      }
      return YAMLNode(content: .sequence(items), range: start..<endOfFlow(from: start))
    case .mapping(let mapping):
      guard let entries = entries(of: mapping, depth: depth) else { return nil }
      return YAMLNode(content: .mapping(entries), range: start..<endOfFlow(from: start))
    case .alias:
      return YAMLNode(content: .scalar("", isPlain: true), range: start..<start)
    }
  }

  private mutating func entries(of mapping: Node.Mapping, depth: Int) -> [YAMLEntry]? {
    var entries: [YAMLEntry] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        let start = offset(key.mark)
        diagnostics.append(
          parser.error(DiagnosticID.yamlSyntax, start..<start, "a key has to be a text"))
        continue
      }
      let start = offset(key.mark)
      let keyRange = start..<end(of: scalar, from: start)
      guard let node = convert(value, depth: depth + 1) else { return nil }
      if let first = entries.first(where: { $0.key == scalar.string }) {
        diagnostics.append(
          parser.duplicateKey(scalar.string, at: keyRange, first: first.keyRange))
      }
      entries.append(YAMLEntry(key: scalar.string, keyRange: keyRange, value: node))
    }
    return entries
  }

  // MARK: Places

  func offset(_ mark: Mark?) -> Int {
    mark.map { lines.offset(line: $0.line, column: $0.column) } ?? range.lowerBound
  }

  private func end(of scalar: Node.Scalar, from start: Int) -> Int {
    let bytes = source.bytes
    if scalar.style == .plain {
      let end = start + scalar.string.utf8.count
      guard end <= range.upperBound, bytes[start..<end].elementsEqual(scalar.string.utf8) else {
        return endOfLine(from: start)
      }
      return end
    }
    guard start < range.upperBound, bytes[start] == 0x22 || bytes[start] == 0x27 else {
      return start
    }
    let mark = bytes[start]
    var index = start + 1
    while index < range.upperBound {
      if bytes[index] == 0x5C, mark == 0x22 {
        index += 1
      } else if bytes[index] == mark {
        guard mark == 0x27, index + 1 < range.upperBound, bytes[index + 1] == mark else {
          return index + 1
        }
        index += 1
      }
      index += 1
    }
    return start
  }

  /// The end of `[…]` or `{…}` on one line; the start for any other list or map.
  private func endOfFlow(from start: Int) -> Int {
    guard start < range.upperBound, [0x5B, 0x7B].contains(source.bytes[start]) else { return start }
    var depth = 0
    var quote: UInt8?
    for index in start..<endOfLine(from: start) {
      let byte = source.bytes[index]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        // A mark within a word, as in `l'été`, opens nothing.
        if source.bytes[index - 1] <= 0x20 || [0x5B, 0x7B, 0x2C].contains(source.bytes[index - 1]) {
          quote = byte
        }
      } else if byte == 0x5B || byte == 0x7B {
        depth += 1
      } else if byte == 0x5D || byte == 0x7D {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return start + 1
  }

  private func endOfLine(from start: Int) -> Int {
    var end = start
    while end < range.upperBound, source.bytes[end] != 0x0A, source.bytes[end] != 0x0D { end += 1 }
    while end > start, source.bytes[end - 1] == 0x20 { end -= 1 }
    return end
  }
}
