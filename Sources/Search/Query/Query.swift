/// A search as it was understood.
struct Query {
  /// One word to look for.
  struct Word {
    var term: Term
    /// What the dictionary has of it.
    var known: DictionaryWord
    /// The bytes of the text it was typed as.
    var source: Range<Int>
    /// Whether the text ends inside it, so that it may be unfinished.
    var isLast: Bool
    /// Whether it may be completed: a stop word is finished, unless nothing else was typed.
    var isCompletable: Bool { isLast && (!term.isStopWord || source.lowerBound == 0) }
    /// How many of the words after it are its parts, if it is a compound.
    var parts: Int
    /// Whether it is two words that were typed apart.
    var isJoined = false
    /// Whether other words of the query stand in its place.
    var isReplaced = false
    /// What the word weighs beside its rarity.
    var weight: Float = 1
    /// Whether it says something, and is counted as a word of the text.
    var isContent: Bool {
      term.role == .word && !term.isStopWord && !isJoined && !isReplaced
    }
  }

  var words: [Word] = []
  /// For each two neighbours, their places in `words`.
  var pairs: [(left: Int, right: Int)] = []
  /// Words in quotes: places in `words` of which a hit must have every one, as neighbours.
  var phrases: [[Int]] = []
  /// Words that a hit must not have: not all of those that stand together.
  var excluded: [[Term]] = []
  /// Filters that were typed, such as `tag:overheating`.
  var categories: [String] = []
  var difficulties: [String] = []
  var tags: [String] = []
  /// Whether any filter was typed.
  var hasFilters: Bool { [categories, difficulties, tags].contains { !$0.isEmpty } }
  /// The key by which an id or a keyword equal to the text is found.
  var exactKey: [UInt8]?
  /// How many words were typed, those typed twice counted twice.
  var wordCount = 0

  /// The words of the text that say something, compounds counted once by their parts.
  var contentWords: [Int] { words.indices.filter { words[$0].isContent } }
}
