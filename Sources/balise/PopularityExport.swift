import BuiltSite
import EventLog

/// Takes out of the event log how sought after articles are, for a site that is built without it.
struct PopularityExport {
  let store: SQLiteEventStore

  /// The file that `balise build --popularity` reads.
  func file(today: Int64 = Timestamp.now.day) async throws -> PopularityFile {
    // Views of two years ago weigh less than a hundredth.
    let demand = try await store.decayedViews(in: (today - 730)..<(today + 1), asOf: today)
    let ratings = try await store.ratings()
    var articles: [String: PopularityFile.Article] = [:]
    for (id, value) in demand where value > 0 {
      articles[id, default: .init()].demand = (value * 1000).rounded() / 1000
    }
    for (id, rating) in ratings {
      articles[id, default: .init()].votes = rating.count
      articles[id]?.stars = rating.sum
    }
    return PopularityFile(articles: articles)
  }
}
