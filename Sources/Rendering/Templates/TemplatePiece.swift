/// A part of a template that is ready to render.
indirect enum TemplatePiece: Sendable {
  /// Bytes to copy.
  case text([UInt8])
  /// A value; HTML as it stands unless it is escaped.
  case value(TemplatePath, isEscaped: Bool)
  /// What is shown when a value is there, for each element of a list; or when it is not.
  case section(TemplatePath, isInverted: Bool, [TemplatePiece])
  /// Another template.
  case partial(String)
  /// Another template with some of its blocks replaced.
  case parent(String, blocks: [String: [TemplatePiece]])
  /// A part that a template may replace in the one it builds on.
  case block(String, [TemplatePiece])
}

/// A name as a tag has it.
struct TemplatePath: Sendable {
  /// What is asked about the value.
  enum Question: String, Sendable, CaseIterable {
    /// Whether this is the first element of the list.
    case first
    /// Whether this is the last one.
    case last
    /// The element's number, from zero.
    case index
    /// How many elements a list has.
    case count
    /// Whether a list has none.
    case empty
  }

  /// The names between the dots; none for `.` and for questions about the place in a list.
  var names: [String]
  /// Whether only the innermost object is looked at, as in `{{.name}}`.
  var isLocal: Bool
  /// What is asked, if anything.
  var question: Question?

  /// Reads a tag's name.
  init(_ tag: TemplateTag) {
    names = tag.name.split(separator: ".").map(String.init)
    isLocal = tag.name.first == "."
    question = tag.transforms.first.flatMap(Question.init)
  }
}
