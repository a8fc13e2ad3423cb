extension ChatReceiver {
  /// Chatwoot's shape: a public message of the agent's in the conversation that the address names, as
  /// `…/api/v1/accounts/1/conversations/{conversation_id}/messages`; the secret is the token.
  func chatwootRequest(_ message: ChatMessage) -> WebhookRequest {
    var headers = jsonHeaders
    if let secret { headers.append(.init("api_access_token", secret)) }
    let body = ChatwootBody(
      content: message.markdown, message_type: "outgoing", content_type: "text", private: false,
      content_attributes: .init(share_id: message.id))
    return WebhookRequest(url: address(message), headers: headers, body: body.json)
  }

  private struct ChatwootBody: Encodable {
    struct Attributes: Encodable {
      var share_id: String
    }

    var content: String
    var message_type: String
    var content_type: String
    var `private`: Bool
    var content_attributes: Attributes
  }
}
