/// The layout that all pieces of an index share.
///
/// A piece is a header, a table of sections, and the sections, all little-endian. The header is
/// eight bytes ``magic``, then 32-bit ``version``, role, build, number of sections, length of the
/// file, and the checksum of the header and the table with this field zero. Each row of the table
/// is the identifier of a section, its offset in the file, its length and its checksum.
enum IndexFormat {
  static let magic: [UInt8] = Array("BALISEIX".utf8)
  static let version: UInt32 = 1
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
  /// The first byte of dictionary keys that are stems and no words.
  static let stemMarker: UInt8 = 1

  /// What a piece holds.
  enum Role: UInt32, CaseIterable {
    case core = 1
    case postings, pairs, text, related

    var name: String {
      switch self {
      case .core: "core"
      case .postings: "postings"
      case .pairs: "pairs"
      case .text: "text"
      case .related: "related"
      }
    }

    init?(name: String) {
      guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
      self = role
    }

    /// Whether no search can do without the piece.
    var isRequired: Bool { self == .core || self == .postings || self == .pairs }
  }

  /// What a section holds.
  enum SectionID: UInt32 {
    case summary = 1
    case documentOffsets, documents, lengths, norms, idf
    case facetKeys, documentFacets, exactMatches
    case dictionaryBlocks, dictionary
    case postings
    case pairOffsets, pairs
    case wordOffsets, words, textOffsets, text
    case relatedOffsets, related
    case synonyms

    var name: String { "section \(rawValue)" }
  }
}
