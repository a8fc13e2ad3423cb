extension IndexBuilder {
  /// Writes the dictionary, and the postings in its order.
  func dictionarySections(
    _ vocabulary: VocabularyLayout, _ neighbours: NeighbourLists
  ) -> DictionarySections {
    let lists = PostingLists(chunks: chunks, surfaceCount: surfaces.count)
    var postings = PostingsWriter()
    var dictionary = DictionaryWriter()
    for (position, entry) in vocabulary.entries.enumerated() {
      let range = entry.surface.map(lists.range) ?? 0..<0
      let own = entry.surface.flatMap { neighbours.lists[$0] } ?? []
      let length =
        range.isEmpty
        ? 0
        : postings.append(
          documents: lists.documents[range], counts: lists.counts[range], neighbours: own)
      dictionary.append(
        key: entry.key, documentFrequency: range.count, postingsLength: length,
        hasNeighbours: !own.isEmpty, step: vocabulary.steps[position])
    }
    return dictionary.finish(postings: postings.output.bytes)
  }
}
