import Synchronization

/// Room to score every document of an index in, borrowed from a pool because clearing what one
/// search touched costs less than making room for all documents.
///
/// One borrower uses it at a time, which is what makes handing it between threads sound. Every number
/// of a document was checked when its list was decoded.
@safe
final class ScoringSpace: @unchecked Sendable {
  /// The documents that have any word of the query.
  private(set) var matched: DocumentBits
  private let scores: UnsafeMutableBufferPointer<Float>

  init(documentCount: Int) {
    matched = DocumentBits(documentCount: documentCount)
    // Whole words of bits are cleared at once.
    let capacity = (documentCount + 63) / 64 * 64
    unsafe scores = .allocate(capacity: capacity)
    unsafe scores.initialize(repeating: 0)
  }

  deinit { unsafe scores.deallocate() }

  /// The score of a document.
  @inline(__always)
  func score(_ document: Int) -> Float { unsafe scores[document] }

  /// Scores all documents.
  func add(_ scoring: QueryScoring) {
    for word in scoring.words {
      matched.insert(word)
      add(word)
    }
    for pair in scoring.pairs { add(pair.list, pair.idf, pair.share) }
  }

  private func add(_ word: WordScores) {
    let (list, bestScores, spelledScores) = (word.documents, word.best, word.spelled)
    let documents = list.span
    let best = bestScores.span
    let spelled = spelledScores.span
    if spelled.isEmpty {
      for place in documents.indices { unsafe scores[Int(documents[place])] += best[place] }
    } else {
      // Two additions, one after the other: their sum may differ in the last bit.
      for place in documents.indices {
        let document = Int(documents[place])
        unsafe scores[document] = scores[document] + spelled[place] + best[place]
      }
    }
  }

  private func add(_ list: PostingList, _ idf: Float, _ share: Float) {
    for (document, impact) in zip(list.documents, list.impacts) {
      unsafe scores[Int(document)] += impact * idf * share
    }
  }

  /// Forgets the search.
  func clear() {
    for (place, word) in matched.words.enumerated() where word != 0 {
      unsafe scores[(place * 64)..<(place * 64 + 64)].update(repeating: 0)
    }
    matched.removeAll()
  }
}

/// The spaces of one index that no search uses at the moment.
final class ScoringSpaces: Sendable {
  private let documentCount: Int
  private let idle = Mutex<[ScoringSpace]>([])

  init(documentCount: Int) { self.documentCount = documentCount }

  /// Lends a cleared space in which a query has been scored.
  func borrow<Result>(_ scoring: QueryScoring, _ body: (ScoringSpace) -> Result) -> Result {
    let space = idle.withLock { $0.popLast() } ?? ScoringSpace(documentCount: documentCount)
    space.add(scoring)
    defer {
      space.clear()
      idle.withLock { $0.append(space) }
    }
    return body(space)
  }
}
