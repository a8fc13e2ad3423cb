import Testing

@testable import Search

@Suite struct PopularityTests {
  private let none = RatingTotal(sum: 0, count: 0)

  private func factors(views: [Double], ratings: [RatingTotal]? = nil) -> [Float] {
    let ratings = ratings ?? views.map { _ in none }
    let popularity = Popularity(views: views, ratings: ratings)
    return views.indices.map { popularity.factor(of: $0) }
  }

  @Test func `articles that nothing is known about keep their score`() throws {
    let index = try Fixture.searcher(Fixture.french, .french).index
    let popularity = Popularity(index: index, views: [:], ratings: [:])
    #expect(popularity.isNeutral)
    #expect((0..<index.documentCount).allSatisfy { popularity.factor(of: $0) == 1 })
    #expect(factors(views: [0, 10])[0] == 1)
  }

  @Test func `views belong to the articles of the index, others are passed over`() throws {
    let index = try Fixture.searcher(Fixture.french, .french).index
    let popularity = Popularity(
      index: index, views: ["state-of-charge": 40, "elsewhere": 1_000_000], ratings: [:])
    let number = try #require(index.documentNumber(id: "state-of-charge"))
    // Alone it is the geometric mean itself, so it gets a half of a tenth.
    #expect(abs(popularity.factor(of: number) - 1.05) < 0.001)
    #expect(popularity.factor(of: 0) == 1)
    #expect(popularity.factor(of: -1) == 1)
    #expect(popularity.factor(of: index.documentCount) == 1)
    #expect(Popularity(index: index, views: ["elsewhere": 1], ratings: [:]).isNeutral)
  }

  @Test func `views saturate about their geometric mean`() {
    let factors = factors(views: [1, 10, 100, 1_000, 1e12])
    #expect(factors == factors.sorted())
    #expect(factors.allSatisfy { $0 >= 1 && $0 <= 1.1 })
    // 10 and 1,000 have 100 between them.
    let three = self.factors(views: [10, 100, 1_000])
    #expect(abs(three[1] - 1.05) < 0.001)
    #expect(abs(three[0] + three[2] - 2.1) < 0.002)
  }

  @Test func `ratings count once there are several, and no ratings are neutral`() {
    let ratings = [
      none, RatingTotal(sum: 5, count: 1), RatingTotal(sum: 500, count: 100),
      RatingTotal(sum: 100, count: 100), RatingTotal(sum: 303, count: 101),
    ]
    let factors = factors(views: [0, 0, 0, 0, 0], ratings: ratings)
    #expect(factors[0] == 1)
    #expect(factors[1] > 1 && factors[1] < factors[2])
    #expect(factors[2] <= 1.1)
    #expect(factors[3] < 1 && factors[3] >= 0.9)
    #expect(abs(factors[4] - 1) < 0.002)
  }

  @Test func `a rating that every article has changes no order`() {
    let ratings = (1...4).map { RatingTotal(sum: Double($0) * 2, count: $0) }
    #expect(factors(views: [0, 0, 0, 0], ratings: ratings) == [1, 1, 1, 1])
  }

  @Test func `a factor is exact to half a step of its byte`() {
    for views in [0.25, 3, 17, 900] {
      let pivot = 3.0
      let factors = factors(views: [views, pivot * pivot / views])
      let expected = 1 + 0.1 * views / (views + pivot)
      #expect(abs(Double(factors[0]) - expected) <= 0.5 / 850 + 1e-6)
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, -5])
  func `a number that is none counts as nothing`(value: Double) {
    #expect(factors(views: [value, 1])[0] == 1)
    let rated = factors(views: [0, 0], ratings: [RatingTotal(sum: value, count: 1), none])
    #expect(rated.allSatisfy { $0 >= 0.9 && $0 <= 1.2 })
  }

  @Test func `the least and the greatest views do not overflow`() {
    let factors = factors(views: [.leastNonzeroMagnitude, .greatestFiniteMagnitude, 1])
    #expect(factors.allSatisfy { $0 >= 1 && $0 <= 1.1 })
  }
}
