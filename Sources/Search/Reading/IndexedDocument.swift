/// What the index stores of an article besides its text.
public struct IndexedDocument: Sendable, Equatable {
  /// The permanent identifier.
  public var id: String
  /// The address of the page.
  public var url: String
  /// The title as it is displayed.
  public var title: String
  /// The sentence that describes the article.
  public var description: String
  /// The key of the category.
  public var category: String
  /// The key of the difficulty.
  public var difficulty: String
  /// The keys of the tags, in order of their bytes.
  public var tags: [String]
  /// Days since 1970-01-01 of the last change; 0 when it is not known.
  public var updated: Int32
}

/// A section of an article that can be linked to.
public struct IndexedHeading: Sendable, Equatable {
  /// The fragment of its address, without `#`.
  public var anchor: String
  /// The heading as it is displayed.
  public var text: String
}
