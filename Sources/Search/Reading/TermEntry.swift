/// What stands behind a key of the dictionary; ``TermDictionary/key(of:)`` has the key.
struct TermEntry {
  /// The position in the dictionary.
  var ordinal: Int
  var documentFrequency: Int
  /// Where the postings lie in their section.
  var postings: Range<Int>
  /// Whether the postings say which words follow.
  var hasNeighbours: Bool
  /// The position of the next word of the class; the classes are rings.
  var next: Int
}

/// A word of the dictionary as it is spelt.
struct Spelling {
  var entry: TermEntry
  var key: SurfaceKey
}
