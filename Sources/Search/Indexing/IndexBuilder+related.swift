extension IndexBuilder {
  /// How many words stand for an article when others like it are sought.
  private static let termsKept = 12

  /// For each document, the words that say most about it.
  func relatedPiece(
    _ vocabulary: VocabularyLayout, _ statistics: CollectionStatistics, _ frequencies: [UInt32]
  ) -> PieceWriter {
    let most = max(2, statistics.documentCount / 4)
    var offsets = ByteWriter()
    var terms = ByteWriter()
    var scores = [Float](repeating: 0, count: stems.count)
    var touched: [Int] = []
    var current = 0

    var best: [(stem: Int, score: Float)] = []

    /// Puts a word where it belongs among the best, which are few: cheaper than to sort them all.
    func insert(_ stem: Int, _ score: Float) {
      if best.count == IndexBuilder.termsKept, let last = best.last, last.score > score { return }
      let entry = vocabulary.firstEntry[stem]
      var place = best.count
      while place > 0,
        (best[place - 1].score, entry) < (score, vocabulary.firstEntry[best[place - 1].stem])
      { place -= 1 }
      if best.count == IndexBuilder.termsKept {
        guard place < best.count else { return }
        best.removeLast()
      }
      best.insert((stem, score), at: place)
    }

    func finish() {
      best.removeAll(keepingCapacity: true)
      for stem in touched { insert(stem, scores[stem]) }
      offsets.append(u32: UInt32(terms.count))
      let top = best.first?.score ?? 1
      for term in best {
        terms.append(varint: vocabulary.firstEntry[term.stem])
        terms.append(byte: UInt8(max(1, (term.score / top * 255).rounded())))
      }
      for stem in touched { scores[stem] = 0 }
      touched.removeAll(keepingCapacity: true)
    }

    PostingLists.forEach(in: chunks) { document, surface, counts in
      while current < document {
        finish()
        current += 1
      }
      let stem = Int(surfaceStems[surface])
      let frequency = Int(frequencies[stem])
      guard frequency > 1, frequency <= most, !surfaceIsStopWord[surface] else { return }
      if scores[stem] == 0 { touched.append(stem) }
      scores[stem] +=
        statistics.impact(document: document, counts: counts)
        * statistics.idf(frequency: frequency)
    }
    while current < statistics.documentCount {
      finish()
      current += 1
    }
    offsets.append(u32: UInt32(terms.count))
    var piece = PieceWriter(role: .related)
    piece.add(.relatedOffsets, offsets.bytes)
    piece.add(.related, terms.bytes)
    return piece
  }

  /// How many documents have a word of each class.
  func stemFrequencies(_ documentCount: Int) -> [UInt32] {
    var frequencies = [UInt32](repeating: 0, count: stems.count)
    var last = [Int](repeating: -1, count: stems.count)
    PostingLists.forEach(in: chunks) { document, surface, _ in
      let stem = Int(surfaceStems[surface])
      if last[stem] != document {
        last[stem] = document
        frequencies[stem] += 1
      }
    }
    return frequencies
  }
}
