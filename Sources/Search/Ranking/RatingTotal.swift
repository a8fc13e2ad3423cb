/// What readers made of an article, added up.
public struct RatingTotal: Sendable, Hashable {
  /// The sum of the ratings from 1 to 5; a helpful vote is a 5, one that says otherwise a 1.
  public var sum: Double
  /// How many ratings there are.
  public var count: Int

  /// Adds ratings up.
  ///
  /// - Parameters:
  ///   - sum: The sum of the ratings from 1 to 5.
  ///   - count: How many there are.
  public init(sum: Double, count: Int) {
    self.sum = sum
    self.count = count
  }
}
