/// How long somebody stays signed in.
public struct SessionLimits: Sendable, Hashable {
  /// How long a session lasts without a request.
  public var idle: Duration
  /// How long a session lasts at all.
  public var absolute: Duration

  /// Limits; by default half a day without a request, and a week at most.
  public init(idle: Duration = .seconds(12 * 3600), absolute: Duration = .seconds(7 * 86_400)) {
    self.idle = idle
    self.absolute = absolute
  }
}
