extension Searcher {
  /// One article like another.
  public struct Similar: Sendable, Equatable {
    /// The position of the article in the index.
    public var documentNumber: Int
    /// How alike they are; comparable within one list only.
    public var score: Float
  }

  /// Finds the articles most like one of the index, by the words that say most about it.
  ///
  /// - Parameters:
  ///   - documentNumber: The position of the article in the index.
  ///   - limit: The greatest number of articles to return.
  /// - Returns: The others, most alike first; none when the index has no `related` piece.
  public func similar(to documentNumber: Int, limit: Int) -> [Similar] {
    guard let offsets = index.relatedOffsets, let related = index.related,
      documentNumber >= 0, documentNumber < index.documentCount, limit > 0
    else { return [] }
    var reader = ByteReader(related, offsets.row(documentNumber, limit: related.count))
    var scores = [Float](repeating: 0, count: index.documentCount)
    var found: [Int] = []
    while !reader.isAtEnd {
      guard let entry = index.dictionary.entry(at: reader.varint()) else { break }
      let weight = Float(reader.byte()) / 255
      let list = postings.list(of: index.dictionary.members(of: entry), fields: .max)
      let idf = index.weight(frequency: list.count)
      for (document, impact) in zip(list.documents, list.impacts) {
        let document = Int(document)
        if scores[document] == 0 { found.append(document) }
        scores[document] += weight * idf * impact
      }
    }
    var top = TopDocuments(limit: limit)
    for document in found where document != documentNumber {
      top.insert(RankedDocument(document: document, score: scores[document], tier: 0))
    }
    return top.ranked.map { Similar(documentNumber: $0.document, score: $0.score) }
  }
}
