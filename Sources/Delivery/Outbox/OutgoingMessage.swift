import Foundation

/// What the outbox keeps until it is sent.
public enum OutgoingMessage: Sendable, Hashable, Codable {
  /// A mail.
  case mail(MailMessage)
  /// A message to a chat.
  case chat(ChatMessage)

  /// The message as the outbox stores it.
  public var stored: [UInt8] { Array(json.utf8) }

  /// Reads a stored message; nil for anything else.
  public init?(stored bytes: [UInt8]) {
    guard let message = try? JSONDecoder().decode(OutgoingMessage.self, from: Data(bytes)) else {
      return nil
    }
    self = message
  }
}
