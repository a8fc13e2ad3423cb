/// One key of the dictionary with what stands behind it.
struct TermEntry {
  /// The position in the dictionary.
  var ordinal: Int
  var key: SurfaceKey
  var documentFrequency: Int
  /// Where the postings lie in their section.
  var postings: Range<Int>
  /// Whether the postings say which words follow.
  var hasNeighbours: Bool
  /// The position of the next word of the class; the classes are rings.
  var next: Int
}
