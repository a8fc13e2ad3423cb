/// Something that was asked of writers or experts: an answer, an article, a correction.
public struct HelpRequest: Sendable, Hashable {
  /// What was asked for.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A person should answer.
    case expert
    /// An article should be written.
    case article
    /// An article should be corrected.
    case mistake
  }

  /// What stands in addresses: 12 letters and digits.
  public var id: String
  /// What was asked for.
  public var kind: Kind
  /// The article it is about.
  public var articleID: String?
  /// The language it is about.
  public var language: String
  /// What had been searched for, screened for personal data.
  public var query: String?
  /// What was written, screened for personal data.
  public var text: String?
  /// The name of the agent who asks; nil for a reader.
  public var agent: String?
  /// The conversation or ticket it belongs to, as the other system calls it.
  public var conversationID: String?
  /// When it was asked.
  public var time: Timestamp
  /// When a writer said that it is done; nil while it waits.
  public var closed: Timestamp?

  /// A request, new and open unless told otherwise.
  public init(
    id: String = RandomIdentifier.generate(length: 12), kind: Kind, articleID: String? = nil,
    language: String, query: String? = nil, text: String? = nil, agent: String? = nil,
    conversationID: String? = nil, time: Timestamp = .now, closed: Timestamp? = nil
  ) {
    self.id = id
    self.kind = kind
    self.articleID = articleID
    self.language = language
    self.query = query
    self.text = text
    self.agent = agent
    self.conversationID = conversationID
    self.time = time
    self.closed = closed
  }

  /// The request as it is kept and told: without what would tell who people are.
  public var screened: HelpRequest {
    var request = self
    request.articleID = articleID?.bounded(to: TextLimit.identifier)
    request.language = language.bounded(to: TextLimit.language)
    request.query = query.flatMap(ScreenedText.init)?.text.bounded(to: TextLimit.query)
    request.text = text.flatMap(ScreenedText.init)?.text.bounded(to: TextLimit.note)
    request.agent = agent?.bounded(to: TextLimit.identifier)
    request.conversationID = conversationID?.bounded(to: TextLimit.identifier)
    return request
  }
}
