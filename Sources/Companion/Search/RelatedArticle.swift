import Search

/// An article that answers a conversation, in the languages in which it was found.
struct RelatedArticle {
  let id: String
  private var hits: [(language: String, hit: RelatedHit)] = []

  /// An article that was found in no language yet.
  init(id: String) { self.id = id }

  /// Adds what was found in a language.
  mutating func add(_ hit: RelatedHit, in language: String) { hits.append((language, hit)) }

  /// The score in the language in which the article answers best.
  ///
  /// Scores of two languages are made alike: by the same weights, from the rarity of each word among
  /// the articles. The language of a text has most of its words, so its hits lead. They are not
  /// summed, which would put an article that is not translated behind.
  var score: Float { hits.map(\.hit.hit.score).max() ?? 0 }

  /// What to show: the hit in a language if it says about as much as the best, else the best.
  func best(for language: String) -> (language: String, hit: RelatedHit) {
    // A text in another language shares a name or a number with the reader's, and no sentence.
    if let own = hits.first(where: { $0.language == language }), own.hit.hit.score >= score / 2 {
      return own
    }
    return hits.sorted {
      ($1.hit.hit.score, $0.language) < ($0.hit.hit.score, $1.language)
    }[0]
  }

  /// Whether this one comes first; ties go by id.
  func precedes(_ other: RelatedArticle) -> Bool {
    (other.score, id) < (score, other.id)
  }
}
