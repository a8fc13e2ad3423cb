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
  let facets: FacetColumns
  let norms: [Float]
  let idf: [Float]
  let storedText: StoredText?
  let relatedOffsets: ByteView?
  let related: ByteView?
  private let lengths: ByteView
  private let documentOffsets: ByteView
  private let documents: ByteView
  private let readers: [PieceReader]

  /// Opens an index; only its small sections are read.
  ///
  /// - Parameter pieces: The files in any order; without `text` there are no snippets, without
  ///   `related` no similar articles. The slices for browsers are not needed.
  /// - Throws: An ``IndexError`` when the bytes are not a whole index of one build.
  public init(pieces: [IndexBytes]) throws(IndexError) {
    var readers: [IndexFormat.Role: PieceReader] = [:]
    for piece in pieces {
      let reader = try PieceReader(piece)
      guard [.index, .stored, .text, .related].contains(reader.role) else { continue }
      guard readers[reader.role] == nil else { throw .duplicatePiece(reader.role.name) }
      readers[reader.role] = reader
    }
    guard let main = readers[.index] else { throw .missingPiece(IndexFormat.Role.index.name) }
    guard let stored = readers[.stored] else { throw .missingPiece(IndexFormat.Role.stored.name) }
    for role in IndexFormat.Role.allCases {
      if let reader = readers[role], reader.build != main.build {
        throw .mixedBuilds(piece: role.name)
      }
    }
    self.readers = IndexFormat.Role.allCases.compactMap { readers[$0] }

    let summary = try main.checkedSection(.summary, length: 12 + Field.count * 4)
    guard let language = Language(formatCode: summary.u32(0)) else {
      throw .corrupt(piece: main.role.name, section: IndexFormat.SectionID.summary.name)
    }
    self.language = language
    let count = Int(summary.u32(4))
    documentCount = count
    documentOffsets = try stored.section(.documentOffsets, length: (count + 1) * 4)
    documents = try stored.section(.documents)
    lengths = try main.section(.lengths, length: count * Field.count)
    norms = FieldNorms.table(
      means: (0..<Field.count).map { Float(bitPattern: summary.u32(12 + $0 * 4)) })
    idf = FieldNorms.idf(documents: count)
    synonyms = SynonymTable(try main.checkedSection(.synonyms))
    facets = FacetColumns(
      keys: try main.checkedSection(.facetKeys),
      columns: try main.section(.documentFacets, length: count * 4),
      dates: try main.section(.documentDates, length: count * 2),
      tagLists: try main.section(.documentTags), count: count)

    let terms = Int(summary.u32(8))
    let blocks = (terms + IndexFormat.dictionaryBlock - 1) / IndexFormat.dictionaryBlock
    dictionary = TermDictionary(
      blocks: try main.section(.dictionaryBlocks, length: blocks * 8),
      entries: try main.section(.dictionary), count: terms)
    postings = PostingsReader(view: try main.section(.postings), documentCount: count)

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

  /// Reads every byte and compares it with what was written.
  ///
  /// An index that was not verified gives wrong answers at worst where it is damaged, never memory
  /// that is not its own.
  ///
  /// - Throws: An ``IndexError`` that names the damaged file.
  public func verify() throws(IndexError) {
    for reader in readers { try reader.verify() }
  }

  /// Reads the stored fields of a document.
  ///
  /// - Parameter number: The position of the document in the index.
  /// - Returns: The fields, or nil when no document has this number.
  public func document(at number: Int) -> IndexedDocument? {
    guard number >= 0, number < documentCount else { return nil }
    var reader = ByteReader(documents, documentOffsets.row(number, limit: documents.count))
    let category = facets.category(of: number)
    let difficulty = facets.difficulty(of: number)
    var document = IndexedDocument(
      id: reader.string(), url: reader.string(), title: reader.string(),
      description: reader.string(),
      category: category < facets.categories.count ? facets.categories[category].key : "",
      difficulty: difficulty < facets.difficulties.count
        ? facets.difficulties[difficulty].key : "",
      tags: [], updated: Int32(facets.updated(number)))
    // A damaged count may be enormous, so the end of the row counts too.
    let tagCount = reader.varint()
    var seen = 0
    while seen < tagCount, !reader.isAtEnd {
      seen += 1
      let tag = reader.varint()
      if tag < facets.tags.count { document.tags.append(facets.tags[tag].key) }
    }
    return document
  }

  /// Reads the sections of a document.
  ///
  /// - Parameter number: The position of the document in the index.
  /// - Returns: The sections in order; none when no document has this number.
  public func headings(of number: Int) -> [IndexedHeading] {
    guard number >= 0, number < documentCount else { return [] }
    var reader = ByteReader(documents, documentOffsets.row(number, limit: documents.count))
    for _ in 0..<4 { _ = reader.stringRange() }
    var tags = reader.varint()
    while tags > 0, !reader.isAtEnd {
      _ = reader.varint()
      tags -= 1
    }
    let count = reader.varint()
    var headings: [IndexedHeading] = []
    while headings.count < count, !reader.isAtEnd {
      headings.append(IndexedHeading(anchor: reader.string(), text: reader.string()))
    }
    return headings
  }

  /// Finds a document by its identifier.
  ///
  /// - Parameter id: The permanent identifier of an article.
  /// - Returns: The position of the document in the index, or nil when there is none.
  public func documentNumber(id: String) -> Int? {
    let key = Stemmer.borrow(for: language) {
      ExactKey.key(of: Array(id.utf8), Analyzer(language: language, stemmer: $0))
    }
    guard let key else { return (0..<documentCount).first { self.id(of: $0) == id } }
    return documents(withExactKey: key).first { self.id(of: $0) == id }
  }

  /// The identifier of a document.
  public func id(of number: Int) -> String {
    var reader = ByteReader(documents, documentOffsets.row(number, limit: documents.count))
    return reader.string()
  }

  /// The title of a document.
  func title(of number: Int) -> [UInt8] {
    var reader = ByteReader(documents, documentOffsets.row(number, limit: documents.count))
    for _ in 0..<2 { _ = reader.stringRange() }
    return reader.bytes()
  }

  /// The documents of which an id or a keyword has this key.
  func documents(withExactKey key: [UInt8]) -> [Int] {
    guard let entry = dictionary.entry(for: key) else { return [] }
    var found: [Int] = []
    postings.forEach(of: entry) { document, _ in found.append(document) }
    return found
  }

  /// The code of the length of one field.
  @inline(__always)
  func lengthCode(_ document: Int, _ field: Field) -> Int {
    Int(lengths[field.rawValue &* documentCount &+ document])
  }
}
