import Foundation

/// Says which files make up the index of one language: `search/<lang>.json`.
///
/// It is the only file of an index whose name does not change with its bytes, and it is written
/// last, so whoever reads it finds every piece that it names.
public struct IndexManifest: Codable, Hashable, Sendable {
  /// One file of the index.
  public struct Piece: Codable, Hashable, Sendable {
    /// What the piece holds, such as `core` or `text`.
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
  /// The pieces in the order in which the index takes them.
  public var pieces: [Piece]

  /// The newest version that this program reads and the one that it writes.
  public static let currentFormat = 1

  /// Describes an index.
  public init(language: String, documents: Int, pieces: [Piece]) {
    format = Self.currentFormat
    self.language = language
    self.documents = documents
    self.pieces = pieces
  }

  /// The path of a language's manifest below the site's folder.
  public static func path(for language: String) -> String { "search/\(language).json" }

  /// The bytes of the file; the same manifest gives the same bytes.
  public func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }
}
