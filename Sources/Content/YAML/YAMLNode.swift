/// A value of a YAML file, with where it stands in the file.
struct YAMLNode: Sendable {
  /// What a value is; nothing is said of its type, which the reader decides.
  enum Content: Sendable {
    /// A text, and whether it has neither quotes nor a block mark.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// A map, in order.
    case mapping([YAMLEntry])
  }

  /// What it is.
  var content: Content
  /// Its bytes in the file; empty for a list or map that spans lines.
  var range: Range<Int>

  /// Whether nothing is written, or `null` or `~` without quotes.
  var isNull: Bool {
    guard case .scalar(let text, true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
}

/// A key of a map and its value.
struct YAMLEntry: Sendable {
  /// The key.
  var key: String
  /// The key's bytes in the file.
  var keyRange: Range<Int>
  /// The value.
  var value: YAMLNode
}
