/// What a template may name, and what that holds.
indirect enum TemplateField: Sendable {
  /// Text that `{{name}}` escapes.
  case text
  /// Finished HTML, for `{{{name}}}`.
  case html
  /// Yes or no, for sections.
  case flag
  /// One object; a section over it is shown when it is there.
  case object(TemplateFields)
  /// Objects; a section over it is repeated for each.
  case list(TemplateFields)
  /// The site's own parameters: any name below it is right.
  case anything
}

/// The fields of one object, by name.
typealias TemplateFields = [String: TemplateField]
