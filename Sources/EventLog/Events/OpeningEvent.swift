/// A customer followed a share link.
public struct OpeningEvent: Sendable, Hashable {
  /// The id of the share.
  public var shareID: String
  /// When it happened.
  public var time: Timestamp

  /// An opening, now unless told otherwise.
  public init(shareID: String, time: Timestamp = .now) {
    self.shareID = shareID
    self.time = time
  }
}
