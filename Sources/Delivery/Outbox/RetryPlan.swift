/// When a message that was not handed over is tried again.
public struct RetryPlan: Sendable, Hashable {
  /// How long after the first failure; each later one waits twice as long.
  public var first: Duration
  /// How long at most.
  public var longest: Duration
  /// After how many failures it is given up.
  public var failures: Int

  /// A plan; by default from half a minute to four hours, for about a day.
  public init(
    first: Duration = .seconds(30), longest: Duration = .seconds(4 * 3600), failures: Int = 14
  ) {
    self.first = first
    self.longest = longest
    self.failures = failures
  }

  /// How long to wait after a number of failures, at least 1; nil to give up.
  ///
  /// - Parameters:
  ///   - failures: How often it has failed, this time included.
  ///   - least: For how many seconds the receiver asks to be left alone.
  ///   - spread: A number from 0 to 1 that spreads those who failed together.
  /// - Returns: The time to wait.
  public func delay(after failures: Int, least: Int = 0, spread: Double) -> Duration? {
    guard failures < self.failures else { return nil }
    var delay = first
    for _ in 1..<max(failures, 1) where delay < longest { delay = delay * 2 }
    delay = min(delay, longest)
    return max(delay + delay * (spread * 0.2), .seconds(min(least, 86_400)))
  }
}
