/// French words that lose their last vowel before another word, and what they stand for.
///
/// `l'ail` is read as `le ail`, so that it is found by `ail` and pairs like `le ail` do.
enum Elision {
  /// The word that an elided form stands for, or nil when the apostrophe means something else.
  static func expansion(of folded: [UInt8]) -> [UInt8]? { expansions[folded] }

  /// Whether the letters on both sides of the apostrophe, joined, are one word.
  static func isOneWord(_ joined: [UInt8]) -> Bool {
    oneWord.contains { joined.starts(with: $0) }
  }

  /// Whether a word after a hyphen is a pronoun that French hangs on a verb, as in `pouvez-vous`.
  static func isClitic(_ folded: [UInt8]) -> Bool { clitics.contains(folded) }

  private static let expansions: [[UInt8]: [UInt8]] = Dictionary(
    uniqueKeysWithValues: [
      ("l", "le"), ("d", "de"), ("j", "je"), ("m", "me"), ("t", "te"), ("s", "se"), ("n", "ne"),
      ("c", "ce"), ("qu", "que"), ("jusqu", "jusque"), ("lorsqu", "lorsque"),
      ("puisqu", "puisque"), ("quoiqu", "quoique"), ("quelqu", "quelque"), ("presqu", "presque"),
      ("entr", "entre"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) })

  private static let oneWord = ["aujourdhui", "prudhom", "presquile"].map { Array($0.utf8) }

  private static let clitics = Set(
    "je tu il elle on nous vous ils elles ce la le les leur lui moi toi y en t ci"
      .utf8.split(separator: 32).map(Array.init))
}
