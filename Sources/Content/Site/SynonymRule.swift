/// Words and phrases that may stand for others in a search, from `site.yaml`.
///
/// `[surchauffe, échauffement]` has the same words on both sides; `{from: [mdp], to: [réinitialiser]}`
/// finds *réinitialiser* for `mdp`, and not the other way round.
public struct SynonymRule: Hashable, Sendable {
  /// What people type.
  public var from: [String]
  /// What is found for it, beside itself.
  public var to: [String]

  /// Makes a rule that holds one way.
  public init(from: [String], to: [String]) {
    self.from = from
    self.to = to
  }

  /// Makes a rule for words that all stand for each other.
  public init(both words: [String]) { self.init(from: words, to: words) }
}
