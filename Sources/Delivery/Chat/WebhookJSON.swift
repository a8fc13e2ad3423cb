import Digest
import Foundation

extension Encodable {
  /// The value as JSON, with its keys in order and slashes as they are.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Only numbers that are not finite cannot be written, and there are none.
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}

extension ChatReceiver {
  /// The web address for a message.
  func address(_ message: ChatMessage) -> String {
    webhook.replacingOccurrences(
      of: "{conversation_id}", with: PercentCoding.encoded(message.conversationID))
  }
}
