extension IndexBuilder {
  /// Writes the dictionary, and the postings in its order.
  func writeDictionary(
    to core: inout PieceWriter, _ piece: inout PieceWriter, _ lists: PostingLists,
    _ vocabulary: VocabularyLayout, _ statistics: CollectionStatistics
  ) {
    let greatest = Ranking.weights.reduce(0, +)
    var postings = PostingsWriter { document, counts in
      statistics.impact(document: Int(document), counts: counts) / greatest
    }
    var dictionary = DictionaryWriter()
    for (position, entry) in vocabulary.entries.enumerated() {
      let range = entry.surface.map(lists.range) ?? 0..<0
      let length =
        range.isEmpty
        ? 0 : postings.append(documents: lists.documents[range], counts: lists.counts[range])
      dictionary.append(
        key: entry.key, documentFrequency: range.count, postingsLength: length,
        step: vocabulary.steps[position])
    }
    let (blocks, entries) = dictionary.finish()
    core.add(.dictionaryBlocks, blocks)
    core.add(.dictionary, entries)
    piece.add(.postings, postings.output.bytes + [UInt8](repeating: 0, count: IndexFormat.slack))

    // The summary comes last because it counts what the other sections hold.
    var summary = ByteWriter()
    summary.append(u32: language.formatCode)
    summary.append(u32: UInt32(statistics.documentCount))
    summary.append(u32: UInt32(vocabulary.entries.count))
    core.add(.summary, summary.bytes)
  }

  /// The pair filters and where each document's ends.
  func pairsPiece() -> PieceWriter {
    var offsets = ByteWriter()
    var filters: [UInt8] = []
    offsets.append(u32: 0)
    for chunk in chunks {
      let base = filters.count
      for record in chunk.records { offsets.append(u32: UInt32(base + record.pairsEnd)) }
      filters += chunk.pairs
    }
    var piece = PieceWriter(role: .pairs)
    piece.add(.pairOffsets, offsets.bytes)
    piece.add(.pairs, filters)
    return piece
  }
}
