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
    let known = read.withLock { read in ranked.map { read.recall($0.document) } }
    for (ranked, known) in zip(ranked, known) {
      guard var hit = known ?? made(ranked.document) else { continue }
      hit.score = ranked.score
      hit.tier = ranked.tier
      hits.append(hit)
    }
    return hits
  }

  /// Reads a document, while nobody waits: two threads may read the same.
  private func made(_ document: Int) -> Hit? {
    guard let fields = index.document(at: document) else { return nil }
    let hit = Hit(document, fields)
    read.withLock { $0.keep(hit, as: document) }
    return hit
  }
}

extension Hit {
  fileprivate init(_ number: Int, _ fields: IndexedDocument) {
    self.init(
      documentNumber: number, id: fields.id, url: fields.url, title: fields.title,
      titleHighlights: [], description: fields.description, category: fields.category,
      difficulty: fields.difficulty, tags: fields.tags, updated: fields.updated, score: 0,
      tier: 0, snippet: Snippet(), anchor: nil, explanation: nil)
  }
}
