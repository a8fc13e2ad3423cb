/// How many hits carry each value of each kind, most frequent first, ties by key.
///
/// A kind's own filter does not narrow its counts, so that the other choices stay visible; every
/// other filter does.
public struct FacetCounts: Sendable, Equatable {
  /// One value and how many hits carry it.
  public struct Entry: Sendable, Equatable {
    /// The key of the value.
    public var key: String
    /// How many hits carry it.
    public var count: Int

    /// Pairs a key with its count.
    ///
    /// - Parameters:
    ///   - key: The key of the value.
    ///   - count: How many hits carry it.
    public init(key: String, count: Int) {
      self.key = key
      self.count = count
    }
  }

  /// Counts by category key.
  public var category: [Entry]
  /// Counts by difficulty key.
  public var difficulty: [Entry]
  /// Counts by tag key.
  public var tag: [Entry]

  /// Holds the counts of one answer.
  ///
  /// - Parameters:
  ///   - category: Counts by category key.
  ///   - difficulty: Counts by difficulty key.
  ///   - tag: Counts by tag key.
  public init(category: [Entry] = [], difficulty: [Entry] = [], tag: [Entry] = []) {
    self.category = category
    self.difficulty = difficulty
    self.tag = tag
  }
}
