/// Why the bytes given are not an index that can be searched.
public enum IndexError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The bytes do not begin as an index file does.
  case foreign
  /// The file was written by another version of the format.
  case unsupportedVersion(found: Int, supported: Int)
  /// The file is shorter than it says.
  case truncated(piece: String)
  /// The content of a section is not what was written.
  case corrupt(piece: String, section: String)
  /// A piece that every search needs is not there.
  case missingPiece(String)
  /// The same piece was given twice.
  case duplicatePiece(String)
  /// The pieces come from different builds.
  case mixedBuilds(piece: String)

  /// A sentence for the person who has to mend it.
  public var description: String {
    switch self {
    case .foreign:
      "This is not a Balise search index."
    case .unsupportedVersion(let found, let supported):
      "The search index has format version \(found), this program reads version \(supported): "
        + "build the site again."
    case .truncated(let piece):
      "The '\(piece)' file of the search index is cut short: build the site again."
    case .corrupt(let piece, let section):
      "The '\(piece)' file of the search index is damaged (\(section)): build the site again."
    case .missingPiece(let piece):
      "The search index has no '\(piece)' file: build the site again."
    case .duplicatePiece(let piece):
      "The search index has two '\(piece)' files: build the site again."
    case .mixedBuilds(let piece):
      "The '\(piece)' file of the search index comes from another build: build the site again."
    }
  }
}
