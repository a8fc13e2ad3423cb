/// A shared article on its way to a conversation.
public struct ChatMessage: Sendable, Hashable, Codable {
  /// The share's id, which is the same for each attempt: a receiver who got it twice can tell.
  public var id: String
  /// The conversation, as the chat calls it.
  public var conversationID: String
  /// The article's title.
  public var title: String
  /// The share's link.
  public var url: String
  /// The customer's language.
  public var language: String
  /// The message as plain text.
  public var text: String
  /// The message as Markdown.
  public var markdown: String

  /// A message of its parts.
  public init(
    id: String, conversationID: String, title: String, url: String, language: String, text: String,
    markdown: String
  ) {
    self.id = id
    self.conversationID = conversationID
    self.title = title
    self.url = url
    self.language = language
    self.text = text
    self.markdown = markdown
  }
}
