import Synchronization

/// Reads what is shown of documents, and keeps what was read lately: the same articles come up again and
/// again.
final class StoredDocuments: Sendable {
  private let index: InvertedIndex
  private let read = Mutex(Generations<Int, Hit>(capacity: mostDocuments))

  /// A generation keeps this many documents.
  private static let mostDocuments = 2048

  init(index: InvertedIndex) { self.index = index }

  /// Ranked documents as hits, without what depends on the words of the search.
  func hits(for ranked: [RankedDocument]) -> [Hit] {
    var hits: [Hit] = []
    hits.reserveCapacity(ranked.count)
    read.withLock { read in
      for ranked in ranked {
        if let known = read.recall(ranked.document) {
          hits.append(known)
        } else if let fields = index.document(at: ranked.document) {
          let hit = Hit(ranked.document, fields)
          read.keep(hit, as: ranked.document)
          hits.append(hit)
        } else {
          continue
        }
        hits[hits.count - 1].score = ranked.score
      }
    }
    return hits
  }
}

extension Hit {
  fileprivate init(_ number: Int, _ fields: IndexedDocument) {
    self.init(
      documentNumber: number, id: fields.id, url: fields.url, title: fields.title,
      titleHighlights: [], description: fields.description, category: fields.category,
      difficulty: fields.difficulty, tags: fields.tags, updated: fields.updated, score: 0,
      snippet: Snippet(), anchor: nil, explanation: nil)
  }
}
