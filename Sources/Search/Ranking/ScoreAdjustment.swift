/// What tilts a score besides the words: never enough to bury a better match.
///
/// A score is multiplied, in this order, by how sought after the article is (0.9 to 1.2), by whether
/// its difficulty suits whoever searches (up to 1.06), and by how well it answers the conversation
/// that the search belongs to (up to 1.1).
struct ScoreAdjustment {
  private let popularity: Popularity?
  /// The factor of each difficulty of the site; empty when no level is asked for.
  private let levels: [Float]
  /// How well each article answers the conversation, 0 to 1; empty without one.
  private let context: [Float]
  private let facets: FacetColumns

  /// The levels of every site, from the easiest; sites may have others.
  private static let scale = ["basic", "intermediate", "advanced", "expert"]

  init(_ request: SearchRequest, context: [Float], index: InvertedIndex) {
    popularity = request.popularity.flatMap { $0.isNeutral ? nil : $0 }
    facets = index.facets
    self.context = context
    if let level = request.level, !level.isEmpty {
      levels = index.facets.difficulties.map { ScoreAdjustment.factor(of: $0.key, for: level) }
    } else {
      levels = []
    }
  }

  @inline(__always)
  func adjusted(_ score: Float, _ document: Int) -> Float {
    var score = score
    if let popularity { score *= popularity.factor(of: document) }
    if !levels.isEmpty { score *= levelFactor(document) }
    if !context.isEmpty { score *= contextFactor(document) }
    return score
  }

  private func levelFactor(_ document: Int) -> Float {
    let difficulty = facets.difficulty(of: document)
    return difficulty < levels.count ? levels[difficulty] : 1
  }

  private func contextFactor(_ document: Int) -> Float {
    1 + Ranking.contextShare * context[document]
  }

  private static func factor(of difficulty: String, for level: String) -> Float {
    if difficulty == level { return 1 + Ranking.levelShare }
    guard let here = scale.firstIndex(of: difficulty), let there = scale.firstIndex(of: level),
      abs(here - there) == 1
    else { return 1 }
    return 1 + Ranking.levelShare / 2
  }

  /// The score as a tree whose parts add up.
  func explained(_ ranked: RankedDocument, _ parts: [Explanation]) -> Explanation {
    let label =
      switch ranked.tier {
      case 2...: "score, first because the title, id or a keyword is what was typed"
      case 1: "score, ahead of articles that lack a word"
      default: "score"
      }
    var parts = parts
    var sum = parts.reduce(Float(0)) { $0 + $1.value }
    func add(_ label: String, _ factor: Float) {
      guard factor != 1 else { return }
      parts.append(Explanation(label: "\(label) × \(factor)", value: sum * factor - sum))
      sum *= factor
    }
    if let popularity { add("popularity", popularity.factor(of: ranked.document)) }
    if !levels.isEmpty { add("difficulty", levelFactor(ranked.document)) }
    if !context.isEmpty { add("conversation", contextFactor(ranked.document)) }
    return Explanation(label: label, value: ranked.score, children: parts)
  }
}
