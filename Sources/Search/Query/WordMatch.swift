/// The ways in which the index has a word of the query.
struct WordMatch {
  /// How a word of the index came to stand for one of the query.
  enum Kind: Equatable {
    /// The word itself, or another of its class.
    case word
    /// A word that begins with what was typed.
    case completion
    /// A word or phrase that the site says means the same.
    case synonym
    /// A word that differs from what was typed by this many errors.
    case repair(errors: Int)

    var label: String {
      switch self {
      case .word: "word"
      case .completion: "completion"
      case .synonym: "synonym"
      case .repair(let errors): "repair of \(errors)"
      }
    }
  }

  /// One class of words that stands for the word, with what it weighs.
  struct Alternative {
    var members: [TermEntry]
    var weight: Float
    var kind: Kind
    /// Pairs that a document must have: those of a phrase of which `members` are but one word.
    var neighbours: [UInt32] = []
  }

  var alternatives: [Alternative] = []
  /// The entries spelt as typed, for the surface channel.
  var spellings: [TermEntry] = []
  /// The hash of the stem by which pairs know the word.
  var stemHash: UInt32
  /// The spelling that replaced the word, if it was repaired.
  var repaired: [UInt8]?
}
