/// A part of an article that can be linked to: a heading and the text under it.
public struct Section: Sendable {
  /// The text of the heading; empty for what comes before the first one.
  public var heading: String
  /// The fragment of the heading's address, without `#`; empty for the lead.
  public var anchor: String
  /// The plain text as UTF-8; bytes that are not valid UTF-8 separate words.
  public var text: [UInt8]

  /// Describes one section.
  ///
  /// - Parameters:
  ///   - heading: The text of the heading, empty for the lead.
  ///   - anchor: The fragment that leads to the heading, without `#`.
  ///   - text: The plain text as UTF-8.
  public init(heading: String = "", anchor: String = "", text: [UInt8]) {
    self.heading = heading
    self.anchor = anchor
    self.text = text
  }
}
