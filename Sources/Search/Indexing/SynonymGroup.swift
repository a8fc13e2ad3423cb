/// Words and phrases that may stand for others, as the site's owner wrote them.
///
/// Whoever types one of ``from`` also finds every other phrase of ``to``. With `from` *mdp* and `to`
/// *réinitialiser*, `mdp` finds articles about *réinitialiser*, and `réinitialiser` finds no *mdp*.
public struct SynonymGroup: Sendable, Hashable {
  /// The phrases that people type.
  public var from: [String]
  /// The phrases that are found for them.
  public var to: [String]

  /// Makes a group of which one side stands for the other, and not the other way round.
  ///
  /// - Parameters:
  ///   - from: The phrases that people type.
  ///   - to: The phrases that are found for them.
  public init(from: [String], to: [String]) {
    self.from = from
    self.to = to
  }

  /// Makes a group of phrases that all stand for each other.
  ///
  /// - Parameter phrases: Two phrases or more.
  public init(both phrases: [String]) { self.init(from: phrases, to: phrases) }
}
