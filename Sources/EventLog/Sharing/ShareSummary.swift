/// A share with what became of it.
public struct ShareSummary: Sendable, Hashable {
  /// The share.
  public var share: Share
  /// Its message; nil for a link that the agent passed on.
  public var message: OutboxEntry?
  /// How often the customer followed the link.
  public var openings: Int
  /// When the customer first followed it.
  public var firstOpening: Timestamp?
}
