/// One problem in one file, as a value that any consumer can sort, filter and word.
public struct Diagnostic: Hashable, Sendable {
  /// A stable identifier in kebab case, such as `link-unresolved`.
  public var id: String
  /// How much it matters.
  public var severity: Severity
  /// The file, relative to the working directory where possible.
  public var path: String
  /// Where the problem begins.
  public var position: SourcePosition
  /// Where it ends, exclusive, when it spans part of one line.
  public var end: SourcePosition?
  /// One sentence without a full stop.
  public var message: String
  /// What would mend it.
  public var suggestion: FixIt?
  /// The line at ``position``, for display.
  public var sourceLine: String?
  /// More to read about the problem, line by line, where a sentence is not enough.
  public var details: [String]

  /// Makes a diagnostic from its parts.
  public init(
    _ severity: Severity, id: String, path: String, at position: SourcePosition = .start,
    to end: SourcePosition? = nil, _ message: String, suggestion: FixIt? = nil,
    sourceLine: String? = nil, details: [String] = []
  ) {
    self.id = id
    self.severity = severity
    self.path = path
    self.position = position
    self.end = end
    self.message = message
    self.suggestion = suggestion
    self.sourceLine = sourceLine
    self.details = details
  }

  /// Makes a diagnostic about a byte range of a source text.
  public init(
    _ severity: Severity, id: String, in source: SourceText, range: Range<Int>, _ message: String,
    suggestion: FixIt? = nil
  ) {
    let start = source.position(at: range.lowerBound)
    let end = source.position(at: range.upperBound)
    self.init(
      severity, id: id, path: source.path, at: start, to: end.line == start.line ? end : nil,
      message, suggestion: suggestion, sourceLine: source.line(start.line))
  }
}

extension Diagnostic: Comparable {
  /// Orders by path, position, severity (errors first), identifier and message.
  public static func < (first: Diagnostic, second: Diagnostic) -> Bool {
    if first.path != second.path { return first.path < second.path }
    if first.position != second.position { return first.position < second.position }
    if first.severity != second.severity { return first.severity > second.severity }
    if first.id != second.id { return first.id < second.id }
    return first.message < second.message
  }
}

extension Sequence<Diagnostic> {
  /// Whether anything here keeps a site from being built.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// The same problems with every warning raised to an error, as `--strict` asks.
  public func raisingWarnings() -> [Diagnostic] {
    map { diagnostic in
      var raised = diagnostic
      raised.severity = .error
      return raised
    }
  }
}
