/// A link, an image, or an address within raw HTML.
public struct Link: Hashable, Sendable {
  /// What refers.
  public enum Kind: Hashable, Sendable {
    /// A Markdown link or an autolink.
    case link
    /// A Markdown image.
    case image
    /// `href`, `src`, `srcset` or `poster` of raw HTML.
    case html
  }

  /// What refers.
  public var kind: Kind
  /// The address as written, with escapes and entities resolved.
  public var destination: String
  /// The title; empty when there is none.
  public var title: String
  /// The link's text or the image's description, without Markdown marks.
  public var text: String
  /// The element's name for raw HTML, such as `video`; nil for Markdown.
  public var element: String?
  /// The whole link in the file, in bytes.
  public var range: Range<Int>
  /// The address in the file, in bytes, without `<` and `>`.
  ///
  /// For a reference link it stands in the definition. Nil where the writer gave none, as in an
  /// autolink without a scheme (`www.example.com`), or where it could not be found.
  public var destinationRange: Range<Int>?

  /// Makes a link from its parts.
  public init(
    kind: Kind, destination: String, title: String = "", text: String = "",
    element: String? = nil, range: Range<Int>, destinationRange: Range<Int>? = nil
  ) {
    self.kind = kind
    self.destination = destination
    self.title = title
    self.text = text
    self.element = element
    self.range = range
    self.destinationRange = destinationRange
  }
}
