/// One `{{…}}` of a template, with where it stands.
struct TemplateTag: Sendable, Equatable {
  /// What a tag does.
  enum Kind: Sendable, Equatable {
    /// `{{name}}`
    case variable
    /// `{{{name}}}` or `{{&name}}`
    case unescaped
    /// `{{#name}}`
    case section
    /// `{{^name}}`
    case inverted
    /// `{{/name}}`
    case close
    /// `{{>name}}`
    case partial
    /// `{{<name}}`
    case parent
    /// `{{$name}}`
    case block
    /// `{{!…}}`
    case comment
  }

  /// What it does.
  var kind: Kind
  /// The name without the transforms around it.
  var name: String
  /// The transforms around the name, outermost first: `["count"]` of `count(articles)`.
  var transforms: [String]
  /// The bytes of the whole tag.
  var range: Range<Int>
  /// The bytes of the name with its transforms.
  var nameRange: Range<Int>
}
