/// One article of an answer.
public struct Hit: Sendable {
  /// The position of the article in the index.
  public var documentNumber: Int
  /// The permanent identifier of the article.
  public var id: String
  /// The address of the page.
  public var url: String
  /// The title as it is displayed.
  public var title: String
  /// The byte ranges of the title that match, in order.
  public var titleHighlights: [Range<Int>]
  /// The sentence that describes the article.
  public var description: String
  /// The key of the category.
  public var category: String
  /// The key of the difficulty.
  public var difficulty: String
  /// The keys of the tags.
  public var tags: [String]
  /// Days since 1970-01-01 of the last change; 0 when it is not known.
  public var updated: Int32
  /// How well the article answers; comparable within one answer only.
  public var score: Float
  /// What puts it ahead of others whatever the scores, greater first.
  ///
  /// 2 for a title, an id or a keyword that is the query, 1 for all words of a short query. Where nothing
  /// but filters was asked for, the day of the last change.
  public var tier: Int
  /// The passage that answers best; empty when the request wanted none.
  public var snippet: Snippet
  /// The fragment of the section that the snippet comes from, without `#`.
  public var anchor: String?
  /// How the score came about, when the request asked for it.
  public var explanation: Explanation?

  /// The title as HTML, escaped, with the matching words in `<mark>`.
  public func titleHTML() -> String {
    Snippet(text: title, highlights: titleHighlights).html()
  }
}
