/// What to look for, and how much of the answer is wanted.
public struct SearchRequest: Sendable {
  /// What the person typed; nothing that can be typed is an error.
  public var text: String
  /// Category keys, of which an article must have one; empty lets all pass.
  public var categories: [String]
  /// Difficulty keys, of which an article must have one; empty lets all pass.
  public var difficulties: [String]
  /// Tag keys, of which an article must have one; empty lets all pass.
  public var tags: [String]
  /// The difficulty key of whoever searches, whose articles come a little earlier; nil for nobody's.
  public var level: String?
  /// A text that the search belongs to, such as a conversation; its articles come a little earlier.
  public var context: String
  /// The greatest number of hits to return.
  public var limit: Int
  /// How many of the best hits to leave out, for the next pages.
  public var offset: Int
  /// Whether to count the hits by category, difficulty and tag.
  public var facets: Bool
  /// Whether to cut a snippet for each hit.
  public var snippets: Bool
  /// Whether a snippet is one whole sentence, and not a passage of a fixed length.
  public var sentences: Bool
  /// Whether each hit explains its score.
  public var explain: Bool
  /// How sought after articles are; nil treats all alike.
  public var popularity: Popularity?

  /// Describes one search.
  ///
  /// - Parameters:
  ///   - text: What the person typed.
  ///   - categories: Category keys to keep.
  ///   - difficulties: Difficulty keys to keep.
  ///   - tags: Tag keys to keep.
  ///   - level: The difficulty key of whoever searches.
  ///   - context: A text that the search belongs to.
  ///   - limit: The greatest number of hits.
  ///   - offset: How many of the best hits to leave out.
  ///   - facets: Whether to count the hits by category, difficulty and tag.
  ///   - snippets: Whether to cut a snippet for each hit.
  ///   - sentences: Whether a snippet is one whole sentence.
  ///   - explain: Whether each hit explains its score.
  ///   - popularity: How sought after articles are.
  public init(
    text: String, categories: [String] = [], difficulties: [String] = [], tags: [String] = [],
    level: String? = nil, context: String = "", limit: Int = 10, offset: Int = 0,
    facets: Bool = true, snippets: Bool = true, sentences: Bool = false, explain: Bool = false,
    popularity: Popularity? = nil
  ) {
    self.text = text
    self.categories = categories
    self.difficulties = difficulties
    self.tags = tags
    self.level = level
    self.context = context
    self.limit = limit
    self.offset = offset
    self.facets = facets
    self.snippets = snippets
    self.sentences = sentences
    self.explain = explain
    self.popularity = popularity
  }
}
