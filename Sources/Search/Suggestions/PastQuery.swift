/// A query that several people typed and that found something.
public struct PastQuery: Sendable, Hashable {
  /// The query in lower case.
  public var text: String
  /// How many people typed it.
  public var count: Int

  /// Describes a query.
  ///
  /// - Parameters:
  ///   - text: The query in lower case.
  ///   - count: How many people typed it.
  public init(text: String, count: Int) {
    self.text = text
    self.count = count
  }
}
