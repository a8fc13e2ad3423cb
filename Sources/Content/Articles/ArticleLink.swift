/// A link or an image of an article, as far as checking and resolving need it.
public struct ArticleLink: Hashable, Sendable {
  /// What the address is expected to be.
  public enum Use: UInt8, Hashable, Sendable {
    /// Something to go to.
    case link
    /// Something to show: a picture, a film, a sound.
    case media
  }

  /// What the address is expected to be.
  public var use: Use
  /// The address as written.
  public var destination: String
  /// Where the address stands; the whole link where it is not written out.
  public var place: SourcePlace

  /// Makes a link from its parts.
  public init(use: Use, destination: String, place: SourcePlace = SourcePlace()) {
    self.use = use
    self.destination = destination
    self.place = place
  }
}
