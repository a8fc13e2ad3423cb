/// The postings of all documents, turned from one list a document into one list a word.
struct PostingLists {
  /// Where each surface's postings end.
  private(set) var ends: [Int]
  private(set) var documents: [UInt32]
  private(set) var counts: [UInt32]

  init(chunks: [IndexBuilder.Chunk], surfaceCount: Int) {
    var ends = [Int](repeating: 0, count: surfaceCount)
    PostingLists.forEach(in: chunks) { _, surface, _ in ends[surface] += 1 }
    var total = 0
    for surface in ends.indices {
      // Until the lists are filled, each end is where the next posting goes.
      (ends[surface], total) = (total, total + ends[surface])
    }
    var documents = [UInt32](repeating: 0, count: total)
    var counts = [UInt32](repeating: 0, count: total)
    PostingLists.forEach(in: chunks) { document, surface, fields in
      documents[ends[surface]] = UInt32(document)
      counts[ends[surface]] = fields.compact
      ends[surface] += 1
    }
    self.ends = ends
    self.documents = documents
    self.counts = counts
  }

  /// The postings of one surface, in order of documents.
  func range(of surface: Int) -> Range<Int> {
    (surface == 0 ? 0 : ends[surface - 1])..<ends[surface]
  }

  /// Visits every posting in document order.
  @inline(__always)
  static func forEach(
    in chunks: [IndexBuilder.Chunk],
    _ body: (_ document: Int, _ surface: Int, _ counts: FieldCounts) -> Void
  ) {
    var document = 0
    for chunk in chunks {
      let bytes = chunk.postings.span
      var index = 0
      for _ in chunk.records {
        var left = Varint.read(bytes, &index)
        while left > 0 {
          left -= 1
          let surface = Int(chunk.surfaceMap[Varint.read(bytes, &index)])
          let code = Varint.read(bytes, &index)
          let packed =
            code & 1 == 1
            ? UInt64(code >> 1) : UInt64(code >> 1) << FieldCounts.shift(.body)
          body(document, surface, FieldCounts(packed: packed))
        }
        document += 1
      }
    }
  }
}
