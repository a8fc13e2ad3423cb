import Content
import Search

/// Finds what a reader of one article may want next, in one language.
///
/// What the writer named comes first. The rest is chosen by the words that articles share, as the
/// index weighs them, with something added for a shared category and for each shared tag, rare
/// tags more: two articles about one device belong together even when their words differ.
struct RelatedArticles: Sendable {
  private static let count = 4
  private static let candidates = 24
  private static let categoryShare = 0.15
  private static let tagShare = 0.5

  private let catalog: Catalog
  private let searcher: Searcher
  /// The article number of each document of the index.
  private let numbers: [Int]
  private let documentOfArticle: [Int: Int]
  /// How much a tag says: near one for a rare tag, near nothing for one that all have.
  private let tagWeights: [String: Double]

  /// Prepares the search.
  ///
  /// - Parameters:
  ///   - catalog: all articles.
  ///   - index: the index of the language.
  ///   - numbers: the article number of each of its documents, in order.
  init(catalog: Catalog, index: InvertedIndex, numbers: [Int]) {
    self.catalog = catalog
    searcher = Searcher(index: index)
    self.numbers = numbers
    var documents: [Int: Int] = [:]
    var uses: [String: Int] = [:]
    for (document, number) in numbers.enumerated() {
      documents[number] = document
      for tag in catalog.articles[number].tags { uses[tag, default: 0] += 1 }
    }
    documentOfArticle = documents
    tagWeights = uses.mapValues { 1 - Double($0 - 1) / Double(max(1, numbers.count)) }
  }

  /// The related articles of every article, by number; nothing for those not in the language.
  func all(jobs: Int) async throws -> [[Int]] {
    let finder = self
    return try await concurrentMap(Array(catalog.articles.indices), jobs: jobs, chunk: 64) {
      finder.related(to: $0)
    }
  }

  private func related(to number: Int) -> [Int] {
    let article = catalog.articles[number]
    var result = article.related.compactMap { catalog.article($0)?.number }
      .filter { $0 != number && documentOfArticle[$0] != nil }
    guard result.count < Self.count, let document = documentOfArticle[number] else {
      return Array(result.prefix(Self.count))
    }
    let similar = searcher.similar(to: document, limit: Self.candidates)
    let best = Double(similar.first?.score ?? 1)
    let scored = similar.map { entry -> (number: Int, score: Double) in
      let candidate = catalog.articles[numbers[entry.documentNumber]]
      var score = best > 0 ? Double(entry.score) / best : 0
      if candidate.category == article.category { score += Self.categoryShare }
      for tag in candidate.tags where article.tags.contains(tag) {
        score += Self.tagShare * (tagWeights[tag] ?? 0) / Double(max(1, article.tags.count))
      }
      return (candidate.number, score)
    }
    for entry in scored.sorted(by: { ($1.score, $0.number) < ($0.score, $1.number) })
    where result.count < Self.count && entry.number != number && !result.contains(entry.number) {
      result.append(entry.number)
    }
    return result
  }
}
