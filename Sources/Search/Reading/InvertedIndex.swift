/// An index that is read where it lies, by any number of threads.
///
/// Opening checks every piece; afterwards nothing is decoded before a search needs it.
public final class InvertedIndex: Sendable {
  /// The language of the documents.
  public let language: Language
  /// The number of documents.
  public let documentCount: Int

  let dictionary: TermDictionary
  let synonyms: SynonymTable
  let postings: PostingsReader
  let categories: [String]
  let difficulties: [String]
  let tags: [String]
  /// The codes of the field lengths: read for every posting, so copied once.
  let lengths: [UInt8]
  let norms: [Float]
  let idf: [Float]
  let storedText: StoredText?
  let pairOffsets: ByteView
  let pairs: ByteView
  let relatedOffsets: ByteView?
  let related: ByteView?
  private let documentOffsets: ByteView
  private let documents: ByteView
  private let documentFacets: ByteView
  private let exactMatches: ByteView

  /// Opens an index.
  ///
  /// - Parameter pieces: The files in any order; without `text` there are no snippets, without
  ///   `related` no similar articles.
  /// - Throws: An ``IndexError`` when the bytes are not a whole index of one build.
  public init(pieces: [IndexBytes]) throws(IndexError) {
    var readers: [IndexFormat.Role: PieceReader] = [:]
    for piece in pieces {
      let reader = try PieceReader(piece)
      guard readers[reader.role] == nil else { throw .duplicatePiece(reader.role.name) }
      readers[reader.role] = reader
    }
    for role in IndexFormat.Role.allCases where role.isRequired && readers[role] == nil {
      throw .missingPiece(role.name)
    }
    guard let core = readers[.core], let postingsPiece = readers[.postings],
      let pairsPiece = readers[.pairs]
    else { throw .missingPiece(IndexFormat.Role.core.name) }
    for role in IndexFormat.Role.allCases {
      if let reader = readers[role], reader.build != core.build {
        throw .mixedBuilds(piece: role.name)
      }
    }

    let summary = try core.section(.summary, length: 12)
    guard let language = Language(formatCode: summary.u32(0)) else {
      throw .corrupt(piece: core.role.name, section: IndexFormat.SectionID.summary.name)
    }
    self.language = language
    let count = Int(summary.u32(4))
    documentCount = count
    documentOffsets = try core.section(.documentOffsets, length: (count + 1) * 4)
    documents = try core.section(.documents)
    let lengths = try core.section(.lengths, length: count * Field.count)
    self.lengths = lengths.array(0..<lengths.count)
    documentFacets = try core.section(.documentFacets, length: count * 4)
    exactMatches = try core.section(.exactMatches)
    norms = InvertedIndex.floats(try core.section(.norms, length: Field.count * 256 * 4))
    idf = InvertedIndex.floats(
      try core.section(.idf, length: (Scale.frequencyCode(max(1, count)) + 1) * 4))

    let keys = try core.section(.facetKeys)
    var reader = ByteReader(keys, 0..<keys.count)
    categories = InvertedIndex.strings(&reader)
    difficulties = InvertedIndex.strings(&reader)
    tags = InvertedIndex.strings(&reader)

    synonyms = SynonymTable(try core.section(.synonyms))
    let terms = Int(summary.u32(8))
    let blocks = (terms + IndexFormat.dictionaryBlock - 1) / IndexFormat.dictionaryBlock
    dictionary = TermDictionary(
      blocks: try core.section(.dictionaryBlocks, length: blocks * 8),
      entries: try core.section(.dictionary), count: terms)
    postings = PostingsReader(view: try postingsPiece.section(.postings), documentCount: count)
    pairOffsets = try pairsPiece.section(.pairOffsets, length: (count + 1) * 4)
    pairs = try pairsPiece.section(.pairs)

    if let text = readers[.text] {
      storedText = StoredText(
        wordOffsets: try text.section(.wordOffsets), words: try text.section(.words),
        offsets: try text.section(.textOffsets, length: (count + 1) * 4),
        text: try text.section(.text))
    } else {
      storedText = nil
    }
    relatedOffsets = try readers[.related]?.section(.relatedOffsets, length: (count + 1) * 4)
    related = try readers[.related]?.section(.related)
  }

  /// Reads the stored fields of a document.
  ///
  /// - Parameter number: The position of the document in the index.
  /// - Returns: The fields, or nil when no document has this number.
  public func document(at number: Int) -> IndexedDocument? {
    guard number >= 0, number < documentCount else { return nil }
    var reader = ByteReader(documents, documentOffsets.row(number, limit: documents.count))
    let updated = Int32(bitPattern: reader.u32())
    let own = (0..<min(reader.varint(), tags.count)).map { _ in reader.varint() }
    return IndexedDocument(
      id: reader.string(), url: reader.string(), title: reader.string(),
      category: InvertedIndex.key(categories, category(of: number)),
      difficulty: InvertedIndex.key(difficulties, difficulty(of: number)),
      tags: own.compactMap { $0 < tags.count ? tags[$0] : nil }, updated: updated)
  }

  /// Finds a document by its identifier.
  ///
  /// - Parameter id: The permanent identifier of an article.
  /// - Returns: The position of the document in the index, or nil when there is none.
  public func documentNumber(id: String) -> Int? {
    let hash = Stemmer.borrow(for: language) {
      ExactMatch.hash(of: Array(id.utf8), Analyzer(language: language, stemmer: $0))
    }
    guard let hash else { return (0..<documentCount).first { document(at: $0)?.id == id } }
    return exactMatches(of: hash).first { document(at: $0)?.id == id }
  }

  /// The documents whose title, id or keyword has this hash.
  func exactMatches(of hash: UInt32) -> [Int] {
    var low = 0
    var high = exactMatches.count / 8
    while low < high {
      let middle = (low + high) / 2
      if exactMatches.u32(middle * 8) < hash { low = middle + 1 } else { high = middle }
    }
    var found: [Int] = []
    while low * 8 < exactMatches.count, exactMatches.u32(low * 8) == hash {
      let document = Int(exactMatches.u32(low * 8 + 4))
      if document < documentCount { found.append(document) }
      low += 1
    }
    return found
  }

  @inline(__always)
  func category(of document: Int) -> Int { documentFacets.u16(document * 4) }

  @inline(__always)
  func difficulty(of document: Int) -> Int { documentFacets.u16(document * 4 + 2) }

  /// Visits the positions of a document's tags in ``tags``.
  @inline(__always)
  func forEachTag(of document: Int, _ body: (Int) -> Void) {
    var reader = ByteReader(documents, documentOffsets.row(document, limit: documents.count))
    reader.skip(4)
    for _ in 0..<min(reader.varint(), tags.count) {
      let tag = reader.varint()
      if tag < tags.count { body(tag) }
    }
  }

  func updated(_ document: Int) -> Int32 {
    let row = documentOffsets.row(document, limit: documents.count)
    return Int32(bitPattern: documents.u32(row.lowerBound))
  }

  private static func key(_ keys: [String], _ number: Int) -> String {
    number < keys.count ? keys[number] : ""
  }

  private static func floats(_ view: ByteView) -> [Float] {
    stride(from: 0, to: view.count, by: 4).map { Float(bitPattern: view.u32($0)) }
  }

  private static func strings(_ reader: inout ByteReader) -> [String] {
    let count = reader.varint()
    var strings: [String] = []
    while strings.count < count, !reader.isAtEnd { strings.append(reader.string()) }
    return strings
  }
}
