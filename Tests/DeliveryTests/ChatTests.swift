import Digest
import Foundation
import Testing

@testable import Delivery

@Suite struct ChatTests {
  private let message = ChatMessage(
    id: "abcdefghijklmnopqrstuv", conversationID: "42/é", title: "Surchauffe <batterie>",
    url: "https://help.example/s/abc", language: "fr",
    text: "Que faire & quand\nhttps://help.example/s/abc", markdown: "**Surchauffe**")

  private func json(_ request: WebhookRequest) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(request.body.utf8)) as? [String: Any])
  }

  private func header(_ request: WebhookRequest, _ name: String) -> String? {
    request.headers.first { $0.name == name }?.value
  }

  @Test func `Balise's own message is signed over its time and its body`() throws {
    let receiver = ChatReceiver(webhook: "https://chat.example/hook", secret: "s3cret")
    let request = receiver.request(message, seconds: 1_700_000_000)
    let json = try json(request)
    #expect(json["type"] as? String == "knowledge_article")
    #expect(json["content"] as? String == message.text)
    #expect(json["content_markdown"] as? String == "**Surchauffe**")
    #expect(json["conversation_id"] as? String == "42/é")
    let attachments = try #require(json["attachments"] as? [[String: String]])
    #expect(
      attachments == [
        ["type": "article", "title": "Surchauffe <batterie>", "url": "https://help.example/s/abc"]
      ])
    let code = HMACSHA256.hex("1700000000.\(request.body)", key: Array("s3cret".utf8))
    #expect(header(request, "Balise-Signature") == "t=1700000000,v1=\(code)")
    #expect(header(request, "Balise-Delivery") == message.id)
    #expect(!request.body.contains("s3cret"))
  }

  @Test func `without a secret nothing is signed`() {
    let request = ChatReceiver(webhook: "https://x").request(message, seconds: 1)
    #expect(header(request, "Balise-Signature") == nil)
  }

  @Test func `Slack's markup is escaped, and the link has the title`() throws {
    let receiver = ChatReceiver(webhook: "https://x", format: .slack)
    let body = try json(receiver.request(message, seconds: 1))
    #expect(
      body["text"] as? String
        == "Que faire &amp; quand\n<https://help.example/s/abc|Surchauffe &lt;batterie&gt;>")
    #expect(body["thread_ts"] == nil)
    var threaded = message
    threaded.conversationID = "1700000000.123456"
    #expect(
      try json(receiver.request(threaded, seconds: 1))["thread_ts"] as? String
        == "1700000000.123456")
  }

  @Test func `Teams gets a card whose button opens the link`() throws {
    let body = try json(
      ChatReceiver(webhook: "https://x", format: .teams).request(message, seconds: 1))
    let card = try #require(
      (body["attachments"] as? [[String: Any]])?.first?["content"] as? [String: Any])
    #expect(card["type"] as? String == "AdaptiveCard")
    let action = try #require((card["actions"] as? [[String: String]])?.first)
    #expect(action["url"] == "https://help.example/s/abc")
  }

  @Test func `Chatwoot gets a message in the conversation, and its token`() throws {
    let receiver = ChatReceiver(
      webhook: "https://chat.example/conversations/{conversation_id}/messages", secret: "t",
      format: .chatwoot)
    let request = receiver.request(message, seconds: 1)
    #expect(request.url == "https://chat.example/conversations/42%2F%C3%A9/messages")
    #expect(header(request, "api_access_token") == "t")
    #expect(try json(request)["message_type"] as? String == "outgoing")
  }

  @Test func `waiting doubles, up to a limit, and ends`() {
    let plan = RetryPlan(first: .seconds(10), longest: .seconds(60), failures: 6)
    let delays = (1...6).map { plan.delay(after: $0, spread: 0) }
    #expect(
      delays == [.seconds(10), .seconds(20), .seconds(40), .seconds(60), .seconds(60), nil])
    #expect(plan.delay(after: 1, least: 300, spread: 0) == .seconds(300))
    #expect(plan.delay(after: 1, spread: 1) == .seconds(12))
  }

  @Test func `a link of a seed is the same for the same seed alone`() {
    let first = ShareLink(seed: [1, 2, 3])
    #expect(first == ShareLink(seed: [1, 2, 3]))
    #expect(first != ShareLink(seed: [1, 2, 4]))
    #expect(ShareLink(id: first.id) == first)
  }
}
