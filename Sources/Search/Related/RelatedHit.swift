/// An article that answers a conversation.
public struct RelatedHit: Sendable {
  /// The article; its snippet is the sentence that matched.
  public var hit: Hit
  /// The words of the article that the conversation has too, as the article spells them.
  public var words: [String]

  /// Describes an article that answers.
  ///
  /// - Parameters:
  ///   - hit: The article, its snippet the sentence that matched.
  ///   - words: The words that both have.
  public init(hit: Hit, words: [String]) {
    self.hit = hit
    self.words = words
  }
}
