/// How often a query was typed, and what came of it.
public struct QueryCount: Sendable, Hashable {
  /// The query, in lower case and with single spaces.
  public let query: String
  /// The language that was searched.
  public let language: String
  /// How often readers searched it.
  public let count: Int
  /// How often it found nothing for them.
  public let emptyCount: Int
  /// How often a result was opened.
  public let clickedCount: Int
  /// How often it was asked again in other words.
  public let reformulatedCount: Int
  /// How often agents searched it.
  public let agentCount: Int
  /// How often it found nothing for agents.
  public let agentEmptyCount: Int

  /// How often it found nothing, whoever searched it.
  public var missedCount: Int { emptyCount + agentEmptyCount }

  /// A query with its counts.
  public init(
    query: String, language: String, count: Int, emptyCount: Int, clickedCount: Int = 0,
    reformulatedCount: Int = 0, agentCount: Int = 0, agentEmptyCount: Int = 0
  ) {
    self.query = query
    self.language = language
    self.count = count
    self.emptyCount = emptyCount
    self.clickedCount = clickedCount
    self.reformulatedCount = reformulatedCount
    self.agentCount = agentCount
    self.agentEmptyCount = agentEmptyCount
  }
}
