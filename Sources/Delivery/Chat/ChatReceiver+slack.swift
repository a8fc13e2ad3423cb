import Foundation

extension ChatReceiver {
  /// Slack's shape: `{"text": "…"}` in its own markup, in which `&`, `<` and `>` are escaped.
  ///
  /// A conversation id that is a Slack time stamp puts the message into that thread.
  func slackRequest(_ message: ChatMessage) -> WebhookRequest {
    let isThread = message.conversationID.wholeMatch(of: /[0-9]{10}\.[0-9]{6}/) != nil
    let body = SlackBody(
      text: Self.slackText(message), unfurl_links: false,
      thread_ts: isThread ? message.conversationID : nil)
    return WebhookRequest(url: address(message), headers: jsonHeaders, body: body.json)
  }

  private struct SlackBody: Encodable {
    var text: String
    /// A preview would look at the link before the customer does.
    var unfurl_links: Bool
    var thread_ts: String?
  }

  /// The plain text, with the link under the title.
  private static func slackText(_ message: ChatMessage) -> String {
    func escaped(_ text: String) -> String {
      text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
        .replacingOccurrences(of: ">", with: "&gt;")
    }
    let title = escaped(message.title).replacingOccurrences(of: "|", with: "¦")
    return escaped(message.text)
      .replacingOccurrences(of: escaped(message.url), with: "<\(message.url)|\(title)>")
  }
}
