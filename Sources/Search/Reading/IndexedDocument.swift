/// What the index stores of an article besides its text.
public struct IndexedDocument: Sendable, Equatable {
  /// The permanent identifier.
  public var id: String
  /// The address of the page.
  public var url: String
  /// The title as it is displayed.
  public var title: String
  /// The key of the category.
  public var category: String
  /// The key of the difficulty.
  public var difficulty: String
  /// The keys of the tags, in order of their bytes.
  public var tags: [String]
  /// Days since 1970-01-01 of the last change; 0 when it is not known.
  public var updated: Int32
}
