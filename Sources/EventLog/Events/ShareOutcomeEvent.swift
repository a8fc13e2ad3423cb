/// What came of a share, after its link was followed.
public struct ShareOutcomeEvent: Sendable, Hashable {
  /// What a customer did next.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// They rated the article.
    case rated
    /// They searched again.
    case searched
    /// They asked for a person.
    case escalated
  }

  /// The id of the share.
  public var shareID: String
  /// What the customer did.
  public var kind: Kind
  /// When it happened.
  public var time: Timestamp

  /// An outcome, now unless told otherwise.
  public init(shareID: String, kind: Kind, time: Timestamp = .now) {
    self.shareID = shareID
    self.kind = kind
    self.time = time
  }
}
