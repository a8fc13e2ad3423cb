import EventLog
import Search

/// What the event log says about the use of the help centre.
struct UsageFigures: Sendable, Equatable {
  /// All views by article.
  var views: [String: Int] = [:]
  /// Views by article, recent ones counting more, and shares counting as several.
  var demand: [String: Double] = [:]
  /// What readers made of articles.
  var ratings: [String: ArticleRating] = [:]
  /// The queries that may be suggested by language, most frequent first.
  var pastQueries: [String: [PastQuery]] = [:]
}
