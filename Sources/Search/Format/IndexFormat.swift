/// The layout that all files of an index share; docs/index-format.md describes it byte by byte.
///
/// A file is a header, a table of sections, and the sections, all little-endian. The header is
/// eight bytes ``magic``, then 32-bit ``version``, role, build, number of sections, length of the
/// file, and the checksum of the header and the table with this field zero. Each row of the table
/// is the identifier of a section, its offset in the file, its length and its checksum.
enum IndexFormat {
  static let magic: [UInt8] = Array("BALISEIX".utf8)
  static let version: UInt32 = 3
  static let headerSize = 32
  static let rowSize = 16
  static let sectionAlignment = 8
  /// Zero bytes after bit-packed sections, so that eight bytes may be read at any bit of them.
  static let slack = 8
  /// The number of dictionary entries that are searched as one block.
  static let dictionaryBlock = 16
  /// The number of postings that are packed as one block.
  static let postingsBlock = 128
  /// The number of stored words behind one offset.
  static let wordBlock = 8
  /// The number of articles whose titles and addresses a browser fetches as one file.
  ///
  /// Ten hits are in ten files.
  static func documentBlock(of total: Int) -> Int {
    max(4, Int(Double(total / 256).squareRoot()))
  }
  /// About how many bytes of a section a browser fetches as one file, and `least` of a small one.
  ///
  /// Smaller files make a search cheaper, and what says where they begin dearer. No section is cut
  /// into more than about a thousand.
  static func slice(of total: Int, least: Int) -> Int { max(least, total >> 10) }
  static let leastWords = 6 << 10
  static let leastPostings = 4 << 10
  static let leastEndings = 4 << 10

  /// What follows the folded letters in a dictionary key.
  enum Mark {
    /// The accents that folding lost.
    static let accents: UInt8 = 0
    /// Nothing: the key is a stem that is no word.
    static let stem: UInt8 = 1
    /// The next word of an id or a keyword, which the key is as a whole.
    static let exact: UInt8 = 2
  }

  /// What a file holds.
  enum Role: UInt32, CaseIterable {
    /// All that is searched, for a reader that maps it.
    case index = 1
    /// The table of documents: what is shown of a hit.
    case stored
    /// The text that snippets are cut from.
    case text
    /// What similar articles are found by; made for a build and never written.
    case related
    /// The small sections of `index`, for a reader that fetches the rest as it needs it.
    case core
    /// What only filters and their counts need.
    case facets
    /// A range of the dictionary, of the postings, and of the document table.
    case words, postings, documents
    /// A range of the words by their endings, for repairs of what begins wrongly.
    case endings

    var name: String {
      switch self {
      case .index: "index"
      case .stored: "stored"
      case .text: "text"
      case .related: "related"
      case .core: "core"
      case .facets: "facets"
      case .words: "words"
      case .postings: "postings"
      case .documents: "documents"
      case .endings: "endings"
      }
    }
  }

  /// What a section holds.
  enum SectionID: UInt32 {
    case summary = 1
    case lengths, facetKeys, documentFacets, synonyms, slices
    case documentTags, documentDates
    case dictionaryBlocks, dictionary
    case postings
    case documentOffsets, documents
    case wordOffsets, words, textOffsets, text
    case relatedOffsets, related
    case endings

    var name: String { "section \(rawValue)" }
  }
}
