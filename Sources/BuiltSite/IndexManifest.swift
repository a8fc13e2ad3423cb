import Foundation
public import Search

/// Says which files make up the index of one language: `search/<lang>.json`.
///
/// It is the only file of an index whose name does not change with its bytes, and it is written
/// last, so whoever reads it finds every piece that it names.
public struct IndexManifest: Codable, Hashable, Sendable {
  /// One file of the index.
  public struct Piece: Codable, Hashable, Sendable {
    /// What the piece holds, such as `index` or `text`.
    public var role: String
    /// The file's name in the same folder; it changes with the bytes.
    public var file: String
    /// The size in bytes.
    public var bytes: Int

    /// Names a piece.
    public init(role: String, file: String, bytes: Int) {
      self.role = role
      self.file = file
      self.bytes = bytes
    }
  }

  /// The version of this description.
  public var format: Int
  /// The language code.
  public var language: String
  /// How many articles can be found.
  public var documents: Int
  /// The pieces that a server maps, in the order in which the index takes them.
  public var pieces: [Piece]
  /// What the names of the files have in common that a browser fetches: see ``sliceFile(role:number:)``.
  public var slices: String

  /// How sought after each document is, as codes in base64; nil where the build was not told.
  public var popularity: String?

  /// The newest version that this program reads and the one that it writes.
  public static let currentFormat = 3

  /// Describes an index.
  public init(language: String, documents: Int, pieces: [Piece], slices: String = "") {
    format = Self.currentFormat
    self.language = language
    self.documents = documents
    self.pieces = pieces
    self.slices = slices
  }

  /// Keeps how sought after the documents are; nothing where all are alike.
  public mutating func keep(_ popularity: Popularity) {
    self.popularity = popularity.isNeutral ? nil : Data(popularity.codes).base64EncodedString()
  }

  /// How sought after the documents of the index are; nil where the build was not told.
  public func popularity(of index: InvertedIndex) -> Popularity? {
    popularity.flatMap { Data(base64Encoded: $0) }
      .map { Popularity(codes: Array($0), index: index) }
  }

  /// The path of a language's manifest below the site's folder.
  public static func path(for language: String) -> String { "search/\(language).json" }

  /// The name of a file that a browser fetches, beside the manifest.
  ///
  /// All files of an index have one hash, as all change when one does: each has the number of its build.
  ///
  /// - Parameters:
  ///   - role: What the file holds, such as `core` or `words`.
  ///   - number: Its place among the files that hold the same.
  /// - Returns: A name such as `fr/words-12.9f3c0a1b2d.idx`.
  public func sliceFile(role: String, number: Int) -> String {
    "\(language)/\(role)-\(number).\(slices).idx"
  }

  /// The bytes of the file; the same manifest gives the same bytes.
  public func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }
}
