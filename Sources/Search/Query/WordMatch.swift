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

  /// Several words that stand for one as a whole.
  struct Phrase {
    struct Word {
      var members: [TermEntry]
      var stemHash: UInt32
    }
    var words: [Word]
    /// The place of the rarest word, by which the phrase is counted.
    var rarest: Int
    /// Whether the words follow each other, with no stop word left out between them.
    var isContiguous: Bool
  }

  /// One class of words that stands for the word, with what it weighs.
  struct Alternative {
    var members: [TermEntry]
    var weight: Float
    var kind: Kind
    /// The phrase of which a document must have the whole; `members` are its rarest word.
    var phrase: Phrase?
  }

  /// What a match depends on besides the word.
  struct Way: OptionSet {
    let rawValue: UInt8
    /// The word may be unfinished.
    static let completable = Way(rawValue: 1)
    /// It is repaired when nothing else is found.
    static let repairable = Way(rawValue: 2)
    /// Its own synonyms stand for it too.
    static let withSynonyms = Way(rawValue: 4)
  }

  /// A number that tells the match from all others of the searcher; nil for one that is made for a
  /// single query.
  var number: Int?
  var alternatives: [Alternative] = []
  /// The entries spelt as typed, for the surface channel.
  var spellings: [TermEntry] = []
  /// The hash of the stem by which pairs know the word.
  var stemHash: UInt32
  /// The spelling that replaced the word, if it was repaired.
  var repaired: [UInt8]?
}
