/// One article as the index sees it: what identifies it, what filters it, and what is searched.
public struct Document: Sendable {
  /// The permanent identifier, for example `emergency-overheating`.
  public var id: String
  /// The address of the page, for example `/fr/articles/surchauffe/`.
  public var url: String
  /// The title as it is displayed.
  public var title: String
  /// One sentence about the article.
  public var description: String
  /// Words people type that the text does not say.
  public var keywords: [String]
  /// The key of the category, for example `troubleshooting`.
  public var category: String
  /// The name of the category, which a filter may be typed as.
  public var categoryLabel: String
  /// The key of the difficulty, for example `expert`.
  public var difficulty: String
  /// The name of the difficulty.
  public var difficultyLabel: String
  /// The keys of the tags, which filters name.
  public var tags: [String]
  /// The labels of the tags in the article's language, which are searched.
  public var tagLabels: [String]
  /// The text, cut at its headings.
  public var sections: [Section]
  /// Days since 1970-01-01 of the last change; 0 when it is not known.
  public var updated: Int32

  /// Describes one article.
  ///
  /// - Parameters:
  ///   - id: The permanent identifier.
  ///   - url: The address of the page.
  ///   - title: The title as it is displayed.
  ///   - description: One sentence about the article.
  ///   - keywords: Words people type that the text does not say.
  ///   - category: The key of the category.
  ///   - categoryLabel: The name of the category.
  ///   - difficulty: The key of the difficulty.
  ///   - difficultyLabel: The name of the difficulty.
  ///   - tags: The keys of the tags.
  ///   - tagLabels: The labels of the tags.
  ///   - sections: The text, cut at its headings.
  ///   - updated: Days since 1970-01-01 of the last change, or 0.
  public init(
    id: String, url: String, title: String, description: String = "", keywords: [String] = [],
    category: String = "", categoryLabel: String = "", difficulty: String = "",
    difficultyLabel: String = "", tags: [String] = [], tagLabels: [String] = [],
    sections: [Section] = [], updated: Int32 = 0
  ) {
    self.id = id
    self.url = url
    self.title = title
    self.description = description
    self.keywords = keywords
    self.category = category
    self.categoryLabel = categoryLabel
    self.difficulty = difficulty
    self.difficultyLabel = difficultyLabel
    self.tags = tags
    self.tagLabels = tagLabels
    self.sections = sections
    self.updated = updated
  }
}
