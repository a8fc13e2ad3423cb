/// A message on its way: it goes along with a share, or tells experts of a request.
public struct OutboxEntry: Sendable, Hashable {
  /// How far a message has got.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// It will be sent when it is due.
    case waiting
    /// It has been handed over.
    case sent
    /// It was handed over, and came back.
    case bounced
    /// It was refused, or tried too often; an admin may have it sent again.
    case dead
  }

  /// The number that an admin names it by.
  public var id: Int64
  /// The share it belongs to; nil for a request's.
  public var shareID: String?
  /// The request that it tells of; nil for a share's.
  public var requestID: String?
  /// How it is sent: `email` or `chat`.
  public var channel: String
  /// The message, as whoever accepted it wrote it; empty once it is sent.
  public var message: [UInt8]
  /// How far it has got.
  public var state: State
  /// When it is to be sent, at the earliest.
  public var due: Timestamp
  /// How often it has been tried; also tells one attempt from the next.
  public var attempts: Int
  /// How often it has failed since it was accepted, or last sent again.
  public var failures: Int
  /// Why it was not sent, or came back.
  public var fault: String?
  /// When its state last changed.
  public var changed: Timestamp
}
