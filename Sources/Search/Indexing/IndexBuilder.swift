/// Puts analysed segments together into the pieces of an index.
///
/// The bytes depend on the documents and their order alone, not on how they were cut into
/// segments.
public struct IndexBuilder: Sendable {
  /// A segment whose numbers are translated to those of the whole index.
  struct Chunk: Sendable {
    var surfaceMap: [UInt32]
    var wordMap: [UInt32]
    var postings: [UInt8]
    var stream: [UInt8]
    var titles: [UInt8]
    /// The terms of each word, by the chunk's own numbers.
    var wordTermEnds: [UInt32]
    var wordTerms: [UInt32]
    var records: [StoredRecord]
  }

  /// Words and phrases that may stand for others, as the site's owner wrote them.
  public var synonyms: [SynonymGroup] = []

  let language: Language
  var surfaces = ByteInterner()
  var surfaceStems: [UInt32] = []
  var surfaceIsStopWord: [Bool] = []
  var stems = ByteInterner()
  var words = ByteInterner()
  var wordCounts: [UInt32] = []
  var chunks: [Chunk] = []

  /// Begins an index without documents.
  ///
  /// - Parameter language: The language of its documents.
  public init(language: Language) { self.language = language }

  /// Adds the next segment in document order.
  ///
  /// - Parameter segment: The analysis of the documents that come next.
  public mutating func append(_ segment: IndexSegment) {
    let stemMap = (0..<segment.stems.count).map {
      UInt32(stems.intern(Array(segment.stems[$0])).number)
    }
    let surfaceMap = (0..<segment.surfaces.count).map { local in
      let (number, isNew) = surfaces.intern(Array(segment.surfaces[local]))
      if isNew {
        surfaceStems.append(stemMap[Int(segment.surfaceStems[local])])
        surfaceIsStopWord.append(segment.surfaceIsStopWord[local])
      }
      return UInt32(number)
    }
    let wordMap = (0..<segment.words.count).map { local in
      let (number, isNew) = words.intern(Array(segment.words[local]))
      if isNew { wordCounts.append(0) }
      wordCounts[number] += segment.wordCounts[local]
      return UInt32(number)
    }
    chunks.append(
      Chunk(
        surfaceMap: surfaceMap, wordMap: wordMap, postings: segment.postings.bytes,
        stream: segment.stream.bytes, titles: segment.titles.bytes,
        wordTermEnds: segment.wordTermEnds, wordTerms: segment.wordTerms,
        records: segment.records))
  }

  /// The number of documents added so far.
  public var documentCount: Int { chunks.reduce(0) { $0 + $1.records.count } }

  /// Writes the index.
  ///
  /// - Returns: The pieces `index`, `stored`, `text` and `related`, in this order, then what a
  ///   browser fetches: `core`, `facets`, and `words`, `postings`, `documents` and `endings`, each in order.
  public consuming func build() -> [IndexPiece] {
    IndexBuilder.finish(searchPieces(), text: textPiece())
  }

  /// Writes the index on two cores: the stored text on one, what is searched on the other.
  ///
  /// - Returns: The same bytes as ``build()``.
  public consuming func buildConcurrently() async -> [IndexPiece] {
    let builder = self
    async let text = builder.textPiece()
    return IndexBuilder.finish(builder.searchPieces(), text: await text)
  }

  private typealias SearchPieces = (
    index: PieceWriter, stored: PieceWriter, related: PieceWriter, slices: [PieceWriter]
  )

  /// All pieces but the text.
  private func searchPieces() -> SearchPieces {
    let statistics = CollectionStatistics(chunks: chunks)
    let vocabulary = VocabularyLayout(
      surfaces: surfaces, surfaceStems: surfaceStems, stems: stems)
    let frequencies = stemFrequencies(statistics.documentCount)
    let facets = FacetSections(records: chunks.flatMap(\.records))
    var small = smallSections(statistics, facets, termCount: vocabulary.entries.count)
    let dictionary = dictionarySections(
      vocabulary,
      NeighbourLists(
        builder: self, stemFrequencies: frequencies, documentCount: statistics.documentCount))
    let documents = documentSections(tagNumbers: facets.tagNumbers)
    let cuts = SliceCuts(dictionary: dictionary, documents: documents)
    small.append((.slices, cuts.section))

    var index = PieceWriter(role: .index)
    for (id, bytes) in small + facets.sections + dictionary.sections { index.add(id, bytes) }
    var stored = PieceWriter(role: .stored)
    for (id, bytes) in documents.sections { stored.add(id, bytes) }
    let slices = IndexBuilder.slices(small, facets, dictionary, documents, cuts)
    return (index, stored, relatedPiece(vocabulary, statistics, frequencies), slices)
  }

  /// Puts the number of the build, which ties the pieces together, into each.
  private static func finish(_ search: SearchPieces, text: PieceWriter) -> [IndexPiece] {
    let writers = [search.index, search.stored, text, search.related]
    var identity = ByteWriter()
    for writer in writers { for checksum in writer.checksums { identity.append(u32: checksum) } }
    let build = Checksum.hash(identity.bytes.span)
    return (writers + search.slices).map { $0.finish(build: build) }
  }
}
