/// Why a message was not handed over.
public struct DeliveryFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// Whether trying again is of no use.
  public var isPermanent: Bool
  /// What happened, for an admin: no secret, and nothing that the message says.
  public var description: String
  /// For how many seconds the receiver asks to be left alone; 0 if it does not.
  public var retryAfter: Int

  /// A failure of a kind, in one sentence.
  public init(isPermanent: Bool, _ description: String, retryAfter: Int = 0) {
    self.isPermanent = isPermanent
    self.description = description
    self.retryAfter = retryAfter
  }
}
