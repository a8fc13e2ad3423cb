/// How sought after each article of an index is, as one byte a document.
///
/// A score is multiplied by `1 + 0.1·views + 0.1·rating`. Views saturate: v / (v + pivot), where the
/// pivot is the geometric mean of the views of articles that have any, so that a hundred times the
/// views are not a hundred times the weight. The rating is a Bayesian mean that begins with five
/// ratings of the site's own mean; it lies between −1 and 1, and is 0 for an article that nobody
/// rated or that is rated as the site is. So an article that nothing is known about keeps its score.
public struct Popularity: Sendable, Equatable {
  /// The factor of each document as a code, which may be kept; empty when all are neutral.
  public let codes: [UInt8]

  /// What views, and what ratings, can add.
  private static let share = 0.1
  /// How many ratings of the site's mean each article begins with.
  private static let priorRatings = 5.0
  /// The code of the factor 1; one step is 1/850, and 0 and 255 stand for 0.9 and 1.2.
  private static let neutral = 85

  /// Weighs the articles of an index.
  ///
  /// - Parameters:
  ///   - index: The index whose documents are weighed.
  ///   - views: How often articles were viewed, by id, recent views counting more; articles of other
  ///     indexes are passed over.
  ///   - ratings: What readers made of articles, by id.
  public init(index: InvertedIndex, views: [String: Double], ratings: [String: RatingTotal]) {
    let isKnown = !views.isEmpty || !ratings.isEmpty
    let ids = (isKnown ? 0..<index.documentCount : 0..<0).map(index.id(of:))
    self.init(
      views: ids.map { views[$0] ?? 0 },
      ratings: ids.map { ratings[$0] ?? RatingTotal(sum: 0, count: 0) })
  }

  /// Takes codes that were kept.
  ///
  /// - Parameters:
  ///   - codes: The codes.
  ///   - index: The index whose documents they weigh; another number of codes weighs none.
  public init(codes: [UInt8], index: InvertedIndex) {
    self.codes = codes.count == index.documentCount ? codes : []
  }

  /// Weighs documents in their order.
  init(views: [Double], ratings: [RatingTotal]) {
    let views = views.map { $0.isFinite ? max(0, $0) : 0 }
    let pivot = Popularity.geometricMean(views.filter { $0 > 0 })
    let rated = ratings.filter { $0.count > 0 && $0.sum.isFinite }
    let count = rated.reduce(0) { $0 + Double($1.count) }
    let prior = count > 0 ? min(max(rated.reduce(0) { $0 + $1.sum } / count, 1), 5) : 3
    let codes = zip(views, ratings).map { views, rating in
      Popularity.code(
        Popularity.share * Popularity.saturate(views, pivot)
          + Popularity.share * Popularity.opinion(rating, prior))
    }
    self.codes = codes.allSatisfy { $0 == Popularity.neutral } ? [] : codes
  }

  /// What the score of a document is multiplied by: from 0.9 to 1.2, and 1 for a neutral one.
  ///
  /// - Parameter document: The position of the document in the index.
  /// - Returns: The factor; 1 when no document has this number.
  @inline(__always)
  public func factor(of document: Int) -> Float {
    guard document >= 0, document < codes.count else { return 1 }
    return 1 + Float(Int(codes[document]) - Popularity.neutral) / 850
  }

  /// Whether no score changes.
  public var isNeutral: Bool { codes.isEmpty }

  /// From 0 for nothing over a half at the pivot to 1.
  private static func saturate(_ value: Double, _ pivot: Double) -> Double {
    value > 0 ? value / (value + pivot) : 0
  }

  /// From −1 to 1, and 0 at the site's mean: its saturation there is a half.
  private static func opinion(_ rating: RatingTotal, _ prior: Double) -> Double {
    guard rating.count > 0, rating.sum.isFinite else { return 0 }
    let mean = (rating.sum + priorRatings * prior) / (Double(rating.count) + priorRatings)
    return 2 * saturate(min(max(mean, 1), 5), prior) - 1
  }

  private static func code(_ gain: Double) -> UInt8 {
    UInt8(min(max((gain * 850).rounded() + Double(neutral), 0), 255))
  }

  /// The number whose logarithm is the mean of those of others; 1 for none.
  private static func geometricMean(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 1 }
    let sum = values.reduce(0) { $0 + Scale.logarithm($1) }
    return exponential(sum / Double(values.count))
  }

  /// The power of e, by a series, as ``Scale/logarithm(_:)`` is made.
  private static func exponential(_ value: Double) -> Double {
    let bounded = min(max(value, -700), 700)
    let exponent = (bounded / 0.693_147_180_559_945_3).rounded()
    let rest = bounded - exponent * 0.693_147_180_559_945_3
    var term = 1.0
    var sum = 1.0
    for divisor in 1...18 {
      term *= rest / Double(divisor)
      sum += term
    }
    return sum * Double(sign: .plus, exponent: Int(exponent), significand: 1)
  }
}
