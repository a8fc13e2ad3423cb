/// Where the large sections are cut into the files that a browser fetches one by one.
///
/// The dictionary is cut between two blocks and the postings between two words, so a block is whole
/// in one file, and so are the postings of a word.
struct SliceCuts {
  /// For each slice of the dictionary, its first block.
  private(set) var words: [Int] = []
  /// For each slice of the postings, the offset of its first byte.
  private(set) var postings: [Int]
  /// The words by their endings.
  let endings: [WordEndings.Slice]
  /// The number of documents of each slice but the last.
  let documentCount: Int

  /// The section that tells a reader what to fetch.
  private(set) var section: [UInt8]

  init(dictionary: DictionarySections, documents: DocumentSections) {
    let blocks = dictionary.blocks
    let count = blocks.count / 8
    let limit = IndexFormat.slice(
      of: dictionary.entries.count, least: IndexFormat.leastWords)
    var last = 0
    for block in 0..<count {
      let entries = IndexBuilder.entriesOffset(blocks, block)
      if words.isEmpty || entries - last >= limit {
        words.append(block)
        last = entries
      }
    }
    postings = dictionary.postingsCuts
    endings = dictionary.endings.slices()
    documentCount = IndexFormat.documentBlock(of: documents.offsets.count / 4 - 1)
    var writer = ByteWriter()
    writer.append(u32: UInt32(dictionary.entries.count))
    writer.append(u32: UInt32(dictionary.postings.count))
    writer.append(u32: UInt32(documents.rows.count))
    writer.append(varint: documentCount)
    writer.append(varint: words.count)
    for block in words {
      writer.append(varint: block)
      writer.append(string: dictionary.firstKeys[block])
    }
    writer.append(varint: postings.count)
    for (offset, previous) in zip(postings, [0] + postings) {
      writer.append(varint: offset - previous)
    }
    writer.append(varint: endings.count)
    for slice in endings { writer.append(string: slice.firstKey) }
    section = writer.bytes
  }
}

extension IndexBuilder {
  /// The files that a browser fetches: the small sections, and the large ones in slices.
  static func slices(
    _ small: [NamedSection], _ facets: FacetSections, _ dictionary: DictionarySections,
    _ documents: DocumentSections,
    _ cuts: SliceCuts
  ) -> [PieceWriter] {
    var core = PieceWriter(role: .core)
    for (id, bytes) in small { core.add(id, bytes) }
    var filters = PieceWriter(role: .facets)
    for (id, bytes) in facets.sections { filters.add(id, bytes) }
    var pieces = [core, filters]
    for (block, next) in zip(cuts.words, cuts.words.dropFirst() + [dictionary.blocks.count / 8]) {
      var piece = PieceWriter(role: .words)
      let rows = Array(dictionary.blocks[(block * 8)..<(next * 8)])
      let end =
        next * 8 < dictionary.blocks.count
        ? entriesOffset(dictionary.blocks, next) : dictionary.entries.count
      piece.add(.dictionaryBlocks, rows)
      piece.add(
        .dictionary, Array(dictionary.entries[entriesOffset(dictionary.blocks, block)..<end]))
      pieces.append(piece)
    }
    for (start, end) in zip(cuts.postings, cuts.postings.dropFirst() + [dictionary.postings.count])
    {
      var piece = PieceWriter(role: .postings)
      piece.add(.postings, Array(dictionary.postings[start..<end]))
      pieces.append(piece)
    }
    let offsets = documents.offsets.bytes
    let count = offsets.count / 4 - 1
    for first in stride(from: 0, to: count, by: cuts.documentCount) {
      let end = min(count, first + cuts.documentCount)
      var piece = PieceWriter(role: .documents)
      piece.add(.documentOffsets, Array(offsets[(first * 4)..<(end * 4 + 4)]))
      let rows = u32(offsets, first * 4)..<u32(offsets, end * 4)
      piece.add(.documents, Array(documents.rows.bytes[rows]))
      pieces.append(piece)
    }
    for slice in cuts.endings {
      var piece = PieceWriter(role: .endings)
      piece.add(.endings, slice.bytes)
      pieces.append(piece)
    }
    return pieces
  }

  static func entriesOffset(_ blocks: [UInt8], _ block: Int) -> Int { u32(blocks, block * 8) }

  private static func u32(_ bytes: [UInt8], _ offset: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << ($1 * 8) }
  }
}
