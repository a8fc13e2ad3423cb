/// One file of an index, ready to be written.
///
/// An index is several pieces so that a reader takes only what it needs: the server maps the index and
/// its texts, a browser fetches the core and then slices of it. Each piece names the build it belongs to,
/// so that pieces of different builds are never mixed.
public struct IndexPiece: Sendable {
  /// What the piece holds: `index`, `stored`, `text`, `related`, or one that a browser fetches.
  public var role: String
  /// The bytes of the file.
  public var bytes: [UInt8]

  /// Names the bytes of one file.
  ///
  /// - Parameters:
  ///   - role: What the piece holds.
  ///   - bytes: The bytes of the file.
  public init(role: String, bytes: [UInt8]) {
    self.role = role
    self.bytes = bytes
  }
}
