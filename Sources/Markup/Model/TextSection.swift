/// The plain text between one heading and the next.
public struct TextSection: Hashable, Sendable {
  /// The heading's index in the outline; nil for what stands before the first.
  public var heading: Int?
  /// UTF-8 without Markdown marks or tags; blocks end with a newline.
  public var text: [UInt8]

  /// Makes a section from its parts.
  public init(heading: Int?, text: [UInt8]) {
    self.heading = heading
    self.text = text
  }
}
