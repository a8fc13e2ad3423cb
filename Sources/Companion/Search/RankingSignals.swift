import EventLog
import Search

/// What readers and agents did, as far as answers depend on it, for one site: requests read it, and
/// nothing changes it.
final class RankingSignals: Sendable {
  /// The site whose documents it weighs.
  let site: SiteSnapshot
  /// What the event log said.
  let figures: UsageFigures
  /// How sought after articles are, by language.
  let popularity: [String: Popularity]
  /// The answers that have been given on these grounds.
  let answers: ResponseCache
  private let siteMean: Double
  private let pastQueries: [String: PastQueries]

  /// Weighs the documents of a site.
  ///
  /// - Parameters:
  ///   - site: the site.
  ///   - figures: what the event log said.
  init(site: SiteSnapshot, figures: UsageFigures) {
    self.site = site
    self.figures = figures
    let ratings = figures.ratings.mapValues { RatingTotal(sum: $0.sum, count: $0.count) }
    popularity = site.searchers.mapValues {
      Popularity(index: $0.index, views: figures.demand, ratings: ratings)
    }
    answers = ResponseCache()
    siteMean = ArticleRating.siteMean(figures.ratings.values)
    pastQueries = Dictionary(
      uniqueKeysWithValues: figures.pastQueries.map { language, queries in
        (language, PastQueries(queries, language: Language(code: language)))
      })
  }

  /// The same figures for a site whose documents are not weighed yet: all are neutral.
  private init(unweighed site: SiteSnapshot, of other: RankingSignals) {
    self.site = site
    figures = other.figures
    popularity = [:]
    answers = ResponseCache()
    siteMean = other.siteMean
    pastQueries = other.pastQueries
  }

  /// What holds for a site: this if it is the same one, else the same figures without weights.
  func signals(for other: SiteSnapshot) -> RankingSignals {
    other === site ? self : RankingSignals(unweighed: other, of: self)
  }

  /// How often an article was viewed in all; as old as the last refresh.
  func views(of id: String) -> Int { figures.views[id] ?? 0 }

  /// The rating of an article from 1 to 5, as old as the last refresh; nil while votes are few.
  func rating(of id: String) -> Double? { figures.ratings[id]?.shown(siteMean: siteMean) }

  /// The queries that may be suggested in a language, most frequent first.
  func pastQueries(in language: String) -> PastQueries { pastQueries[language] ?? PastQueries() }
}
