/// A heading of a document.
public struct Heading: Hashable, Sendable {
  /// 1 for `#` to 6 for `######`.
  public var level: Int
  /// The heading without Markdown marks and tags.
  public var text: String
  /// The fragment that leads here, without `#`; unique in the document.
  public var anchor: String
  /// The heading in the file, in bytes.
  public var range: Range<Int>

  /// Makes a heading from its parts.
  public init(level: Int, text: String, anchor: String, range: Range<Int>) {
    self.level = level
    self.text = text
    self.anchor = anchor
    self.range = range
  }
}
