/// A passage of an article with the words that match.
public struct Snippet: Sendable, Equatable {
  /// The passage as plain text.
  public var text: String
  /// The byte ranges of `text.utf8` that match, in order, without overlap.
  public var highlights: [Range<Int>]

  /// Holds a passage.
  ///
  /// - Parameters:
  ///   - text: The passage as plain text.
  ///   - highlights: The byte ranges that match, in order, without overlap.
  public init(text: String = "", highlights: [Range<Int>] = []) {
    self.text = text
    self.highlights = highlights
  }

  /// The passage as HTML: everything escaped, matching words in `<mark>`.
  ///
  /// `a < b` with `b` matching becomes `a &lt; <mark>b</mark>`.
  public func html() -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + highlights.count * 13 + 16)
    var position = 0
    for range in highlights where range.lowerBound >= position && range.upperBound <= bytes.count {
      HTMLEscape.append(bytes[position..<range.lowerBound], to: &output)
      output += "<mark>".utf8
      HTMLEscape.append(bytes[range], to: &output)
      output += "</mark>".utf8
      position = range.upperBound
    }
    HTMLEscape.append(bytes[position...], to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
