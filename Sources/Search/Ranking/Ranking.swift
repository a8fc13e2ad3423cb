/// The constants of the ranking, measured together on several collections (see docs/search.md).
enum Ranking {
  /// How fast further occurrences of a word stop counting.
  static let saturation: Double = 1.8

  /// How much each field counts, in the order of ``Field``.
  static let weights: [Float] = [3, 2, 1, 1, 1, 1]

  /// How much the length of each field counts against it, in the order of ``Field``.
  static let lengthNormalization: [Double] = [0.6, 0.3, 0.3, 0.75, 0.75, 0.85]

  /// What a stop word weighs; it is never nothing.
  static let stopWordWeight: Float = 0.4
  /// What a compound weighs besides its parts.
  static let compoundWeight: Float = 0.3
  /// What the very spelling typed adds to its class.
  static let surfaceWeight: Float = 0.4
  /// What two neighbours of the query add when they are neighbours in the article.
  static let pairWeight: Float = 0.4
  /// What is left of that when one, or both, of the neighbours are stop words.
  static let pairStopWordShares: [Float] = [1, 0.7, 0.6]
  /// What the pair adds for being in the title, beside the title's own weight.
  static let pairTitleShare: Float = 0.25

  /// What a synonym leaves of a word's weight: less than another form of it, more than a repair.
  static let synonymWeight: Float = 0.8
  /// What a word leaves that means nearly the same in any help centre.
  static let thesaurusWeight: Float = 0.7
  /// What each error of a repaired word leaves of its weight.
  static let repairWeight: Float = 0.6
  /// How many repairs of one word are tried.
  static let mostRepairs = 3
  /// What a completion of the last word weighs, before the share that was typed.
  static let prefixWeight: Float = 0.8
  /// What a completion weighs when what was typed is a word itself.
  static let knownPrefixWeight: Float = 0.3
  /// How many completions of the last word are tried.
  static let mostCompletions = 20

  /// What an article gains for the difficulty that is asked for; half as much for the next one.
  static let levelShare: Float = 0.06
  /// What the article that answers the conversation best gains.
  static let contextShare: Float = 0.1

  /// Queries of up to this many words put articles that have all of them first.
  static let longestShortQuery = 3
  /// In how many articles the text is read to see whether it has a quoted phrase.
  static let mostVerified = 200
  /// Words beyond this many are left out of a query.
  static let mostQueryWords = 64
}
