/// An agent says that an article solved what a customer asked.
public struct SolvedEvent: Sendable, Hashable {
  /// The article's permanent id.
  public var articleID: String
  /// The language that was read.
  public var language: String
  /// The name of the agent.
  public var agent: String
  /// The conversation or ticket, as the other system calls it.
  public var conversationID: String?
  /// When it happened.
  public var time: Timestamp

  /// A solution, now unless told otherwise.
  public init(
    articleID: String, language: String, agent: String, conversationID: String? = nil,
    time: Timestamp = .now
  ) {
    self.articleID = articleID
    self.language = language
    self.agent = agent
    self.conversationID = conversationID
    self.time = time
  }
}
