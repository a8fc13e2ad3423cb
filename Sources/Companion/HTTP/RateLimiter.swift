import Synchronization

/// Lets each of many clients make so many requests in a while (a token bucket each).
///
/// It lives in memory: a restart forgives. Clients are told apart by a digest, never by an address.
final class RateLimiter: Sendable {
  /// How many requests are let through.
  struct Policy: Sendable, Hashable {
    /// The name that the answer's headers tell.
    var name: String
    /// How many requests at once.
    var quota: Int
    /// In how many seconds as many are let through again.
    var seconds: Int
  }

  /// What is left to a client.
  struct Verdict: Sendable, Hashable {
    var policy: Policy
    /// Whether this request is let through.
    var isAllowed: Bool
    /// How many more may follow at once.
    var remaining: Int
    /// After how many seconds there is one more, or all of them.
    var reset: Int
  }

  private struct Bucket {
    var tokens: Double
    var time: ContinuousClock.Instant
  }

  private let buckets = Mutex<[Key: Bucket]>([:])
  /// How many clients are told apart; the ones that have been away longest are forgotten.
  private static let capacity = 50_000

  private struct Key: Hashable {
    var policy: String
    var client: [UInt8]
  }

  /// Takes one request from a client's allowance.
  func take(
    _ policy: Policy, client: [UInt8], at now: ContinuousClock.Instant = .now
  ) -> Verdict {
    let rate = Double(policy.quota) / Double(policy.seconds)
    return buckets.withLock { buckets in
      let key = Key(policy: policy.name, client: client)
      if buckets.count >= Self.capacity, buckets[key] == nil {
        // A bucket that is full again says nothing.
        buckets = buckets.filter { Self.seconds(from: $0.value.time, to: now) < 60 }
        if buckets.count >= Self.capacity { buckets = [:] }
      }
      var bucket = buckets[key] ?? Bucket(tokens: Double(policy.quota), time: now)
      let elapsed = Self.seconds(from: bucket.time, to: now)
      bucket.tokens = min(Double(policy.quota), bucket.tokens + elapsed * rate)
      bucket.time = now
      let isAllowed = bucket.tokens >= 1
      if isAllowed { bucket.tokens -= 1 }
      buckets[key] = bucket
      let missing = isAllowed ? Double(policy.quota) - bucket.tokens : 1 - bucket.tokens
      return Verdict(
        policy: policy, isAllowed: isAllowed, remaining: Int(bucket.tokens),
        reset: max(1, Int((missing / rate).rounded(.up))))
    }
  }

  private static func seconds(
    from start: ContinuousClock.Instant, to end: ContinuousClock.Instant
  ) -> Double {
    let (seconds, attoseconds) = start.duration(to: end).components
    return max(0, Double(seconds) + Double(attoseconds) / 1e18)
  }
}
