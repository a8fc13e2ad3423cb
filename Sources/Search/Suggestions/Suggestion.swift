/// Something that may be meant by what was typed so far.
public struct Suggestion: Sendable, Hashable {
  /// What is suggested.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// An article, by its title.
    case article
    /// A section of an article, by its heading.
    case section
    /// A query that others typed.
    case query
  }

  /// What is suggested.
  public var kind: Kind
  /// The title, the heading or the query.
  public var text: String
  /// The byte ranges of `text.utf8` that match what was typed, in order, without overlap.
  public var highlights: [Range<Int>]
  /// The address of the page; empty for a query.
  public var url: String
  /// The fragment of a section's heading, without `#`.
  public var anchor: String?
  /// The permanent identifier of the article; nil for a query.
  public var id: String?
  /// The title of the article that a section belongs to; nil for anything else.
  public var title: String?

  /// Describes a suggestion.
  ///
  /// - Parameters:
  ///   - kind: What is suggested.
  ///   - text: The title, the heading or the query.
  ///   - highlights: The byte ranges that match, in order.
  ///   - url: The address of the page, empty for a query.
  ///   - anchor: The fragment of a section's heading.
  ///   - id: The permanent identifier of the article.
  ///   - title: The title of the article that a section belongs to.
  public init(
    kind: Kind, text: String, highlights: [Range<Int>] = [], url: String = "",
    anchor: String? = nil, id: String? = nil, title: String? = nil
  ) {
    self.kind = kind
    self.text = text
    self.highlights = highlights
    self.url = url
    self.anchor = anchor
    self.id = id
    self.title = title
  }

  /// The text as HTML, escaped, with the matching words in `<mark>`.
  public func html() -> String { Snippet(text: text, highlights: highlights).html() }
}
