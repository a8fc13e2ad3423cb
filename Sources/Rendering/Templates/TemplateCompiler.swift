import Diagnostics

/// Turns a template's text and tags into pieces.
///
/// A tag that shows nothing itself and stands alone on its line takes the line with it, as Mustache
/// has it. Partials are not indented, so that preformatted text stays as it is.
struct TemplateCompiler {
  private struct Frame {
    var tag: TemplateTag
    var pieces: [TemplatePiece] = []
  }

  private let bytes: [UInt8]
  private let constants: [String: LocalizedTemplates.Constant]
  private var frames: [Frame] = []
  private var pieces: [TemplatePiece] = []
  private var literal: [UInt8] = []

  /// Compiles a template with the tags that name a constant replaced by its value.
  static func compile(
    _ source: TemplateSource, constants: [String: LocalizedTemplates.Constant] = [:]
  ) -> [TemplatePiece] {
    var compiler = TemplateCompiler(bytes: source.source.bytes, constants: constants)
    return compiler.compile(source.tags)
  }

  private init(bytes: [UInt8], constants: [String: LocalizedTemplates.Constant]) {
    self.bytes = bytes
    self.constants = constants
  }

  private mutating func compile(_ tags: [TemplateTag]) -> [TemplatePiece] {
    var done = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for tag in tags {
      var range = tag.range
      if let line = line(aloneWith: tag) { range = line }
      literal += bytes[done..<max(done, range.lowerBound)]
      done = max(done, range.upperBound)
      add(tag)
    }
    literal += bytes[done...]
    flush()
    // A library is only rendered when every section is closed.
    return pieces
  }

  private mutating func add(_ tag: TemplateTag) {
    switch tag.kind {
    case .comment: break
    case .variable, .unescaped:
      if tag.transforms.isEmpty, let constant = constants[tag.name] {
        let isRaw = constant.isHTML || tag.kind == .unescaped
        literal += (isRaw ? constant.value : HTMLText.escaped(constant.value)).utf8
      } else {
        flush()
        pieces.append(.value(TemplatePath(tag), isEscaped: tag.kind == .variable))
      }
    case .partial:
      flush()
      pieces.append(.partial(tag.name))
    case .section, .inverted, .block, .parent:
      flush()
      frames.append(Frame(tag: tag, pieces: pieces))
      pieces = []
    case .close:
      flush()
      guard let frame = frames.popLast() else { return }
      let inner = pieces
      pieces = frame.pieces
      pieces.append(Self.enclosing(inner, frame.tag))
    }
  }

  private static func enclosing(_ inner: [TemplatePiece], _ tag: TemplateTag) -> TemplatePiece {
    switch tag.kind {
    case .block: return .block(tag.name, inner)
    case .parent:
      var blocks: [String: [TemplatePiece]] = [:]
      for case .block(let name, let content) in inner { blocks[name] = content }
      return .parent(tag.name, blocks: blocks)
    default:
      return .section(TemplatePath(tag), isInverted: tag.kind == .inverted, inner)
    }
  }

  private mutating func flush() {
    if !literal.isEmpty { pieces.append(.text(literal)) }
    literal = []
  }

  /// The whole line of a tag that shows nothing itself and is alone on it.
  private func line(aloneWith tag: TemplateTag) -> Range<Int>? {
    if tag.kind == .variable || tag.kind == .unescaped { return nil }
    var start = tag.range.lowerBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    guard start == 0 || bytes[start - 1] == 0x0A else { return nil }
    var end = tag.range.upperBound
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    guard end == bytes.count || bytes[end] == 0x0A else { return nil }
    return start..<min(bytes.count, end + 1)
  }
}
