/// What readers made of an article, added up.
public struct ArticleRating: Sendable, Hashable {
  /// The sum of the votes from 1 to 5; a helpful one without stars is a 5, the other a 1.
  public var sum: Double
  /// How many votes there are.
  public var count: Int
  /// How many said that it helped.
  public var helpful: Int

  /// Votes added up.
  public init(sum: Double, count: Int, helpful: Int = 0) {
    self.sum = sum
    self.count = count
    self.helpful = helpful
  }

  /// The votes that each article begins with, all of them the site's mean.
  public static let priorVotes = 5.0
  /// So many votes are needed before a rating is shown.
  public static let votesNeeded = 5

  /// The Bayesian mean: between the site's own and that of the votes, nearer to these the more there are.
  ///
  /// - Parameter siteMean: The mean of all votes of the site.
  /// - Returns: From 1 to 5, rounded to a tenth; nil while there are too few votes.
  public func shown(siteMean: Double) -> Double? {
    guard count >= Self.votesNeeded, sum.isFinite else { return nil }
    let mean = (sum + Self.priorVotes * siteMean) / (Double(count) + Self.priorVotes)
    return (min(max(mean, 1), 5) * 10).rounded() / 10
  }

  /// The mean of all votes; 3 where there are none.
  public static func siteMean(_ ratings: some Sequence<ArticleRating>) -> Double {
    let total = ratings.reduce(into: (sum: 0.0, count: 0)) {
      $0.sum += $1.sum
      $0.count += $1.count
    }
    return total.count > 0 ? total.sum / Double(total.count) : 3
  }
}
