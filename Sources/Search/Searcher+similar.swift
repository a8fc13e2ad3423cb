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
    var counts = [UInt64](repeating: 0, count: index.documentCount)
    var found: [Int] = []
    var touched: [Int] = []
    while !reader.isAtEnd {
      guard let entry = index.dictionary.entry(at: reader.varint()) else { break }
      let weight = Float(reader.byte()) / 255
      touched.removeAll(keepingCapacity: true)
      for member in index.dictionary.members(of: entry) {
        index.postings.forEach(of: member) { document, fields, _ in
          if counts[document] == 0 { touched.append(document) }
          counts[document] &+= fields.packed
        }
      }
      let idf = index.weight(frequency: touched.count)
      for document in touched {
        if scores[document] == 0 { found.append(document) }
        scores[document] +=
          weight * idf * index.impact(document, FieldCounts(packed: counts[document]))
        counts[document] = 0
      }
    }
    var top = TopDocuments(limit: limit)
    for document in found where document != documentNumber {
      top.insert(RankedDocument(document: document, score: scores[document], tier: 0))
    }
    return top.ranked.map { Similar(documentNumber: $0.document, score: $0.score) }
  }
}
