import Digest

extension ChatReceiver {
  /// Balise's own shape, signed.
  ///
  /// ```json
  /// {"type": "knowledge_article", "content": "…", "content_markdown": "…",
  ///  "attachments": [{"type": "article", "title": "…", "url": "…"}],
  ///  "conversation_id": "42", "share_id": "…", "lang": "fr"}
  /// ```
  ///
  /// `Balise-Signature: t=1700000000,v1=HEX` signs `t`, a dot and the body with HMAC-SHA256 under the
  /// secret. A receiver computes it anew, refuses what is older than five minutes, and keeps
  /// `Balise-Delivery` for as long, so that nothing can be played back.
  func baliseRequest(_ message: ChatMessage, seconds: Int64) -> WebhookRequest {
    let body = WebhookBody(
      type: "knowledge_article", content: message.text, content_markdown: message.markdown,
      attachments: [.init(type: "article", title: message.title, url: message.url)],
      conversation_id: message.conversationID, share_id: message.id, lang: message.language
    ).json
    var headers = jsonHeaders + [.init("Balise-Delivery", message.id)]
    if let secret {
      let code = HMACSHA256.hex("\(seconds).\(body)", key: Array(secret.utf8))
      headers.append(.init("Balise-Signature", "t=\(seconds),v1=\(code)"))
    }
    return WebhookRequest(url: address(message), headers: headers, body: body)
  }

  private struct WebhookBody: Encodable {
    struct Attachment: Encodable {
      var type: String
      var title: String
      var url: String
    }

    var type: String
    var content: String
    var content_markdown: String
    var attachments: [Attachment]
    var conversation_id: String
    var share_id: String
    var lang: String
  }

  /// What every request says of itself.
  var jsonHeaders: [WebhookRequest.Header] {
    [.init("Content-Type", "application/json; charset=utf-8")]
  }
}
