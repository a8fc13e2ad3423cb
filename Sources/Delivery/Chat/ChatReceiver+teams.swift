extension ChatReceiver {
  /// Teams' shape: a message with one adaptive card, whose button opens the link.
  func teamsRequest(_ message: ChatMessage) -> WebhookRequest {
    let card = TeamsCard(
      schema: "http://adaptivecards.io/schemas/adaptive-card.json", type: "AdaptiveCard",
      version: "1.4",
      body: [
        .init(type: "TextBlock", text: message.title, weight: "Bolder", wrap: true),
        .init(type: "TextBlock", text: message.markdown, weight: nil, wrap: true),
      ], actions: [.init(type: "Action.OpenUrl", title: message.title, url: message.url)])
    let body = TeamsMessage(
      type: "message",
      attachments: [
        .init(contentType: "application/vnd.microsoft.card.adaptive", content: card)
      ])
    return WebhookRequest(url: address(message), headers: jsonHeaders, body: body.json)
  }

  private struct TeamsMessage: Encodable {
    struct Attachment: Encodable {
      var contentType: String
      var content: TeamsCard
    }

    var type: String
    var attachments: [Attachment]
  }

  private struct TeamsCard: Encodable {
    struct Block: Encodable {
      var type: String
      var text: String
      var weight: String?
      var wrap: Bool
    }

    struct Action: Encodable {
      var type: String
      var title: String
      var url: String
    }

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case type, version, body, actions
    }

    var schema: String
    var type: String
    var version: String
    var body: [Block]
    var actions: [Action]
  }
}
