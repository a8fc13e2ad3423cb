/// One searchable form of a word.
struct Term: Equatable {
  /// How the term stands in its text.
  enum Role: UInt8 {
    /// A plain word, or one part of a compound: it takes a position of its own.
    case word
    /// A compound as a whole: it shares the position of its parts.
    case compound
  }

  /// The dictionary key: the folded word, and the accents that folding lost.
  var surface: SurfaceKey
  /// The folded stem, shared by all words of one class.
  var stem: [UInt8]
  var role: Role
  var isStopWord: Bool
}
