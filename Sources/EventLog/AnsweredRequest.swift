/// A request that was sent with a key so that it may be sent twice.
public struct AnsweredRequest: Sendable, Hashable {
  /// What tells whether a later one is the same.
  public var fingerprint: [UInt8]
  /// When it came.
  public var time: Timestamp
  /// The status of its answer; nil while there is none.
  public var status: Int?
  /// The body of its answer.
  public var body: [UInt8]
}
