import Digest
import HTTPTypes
import Hummingbird

/// Which requests of the API are limited, and how that is told.
///
/// Headers are those of the IETF's draft on rate limits: `RateLimit-Policy: "read";q=600;w=60` and
/// `RateLimit: "read";r=599;t=1`.
struct RateLimits: Sendable {
  private let limiter = RateLimiter()

  /// What only reads: typing finds something at each letter.
  static let reading = RateLimiter.Policy(name: "read", quota: 600, seconds: 60)
  /// What writes.
  static let writing = RateLimiter.Policy(name: "write", quota: 120, seconds: 60)
  /// What programs with a token, and agents, do.
  static let agents = RateLimiter.Policy(name: "agent", quota: 1200, seconds: 60)

  /// Whether a request may be answered; nil for one that is not limited.
  ///
  /// Nobody is told apart where all requests come from this machine: there is a proxy that is not
  /// named, or somebody who tries things out.
  func verdict(_ call: Call) -> RateLimiter.Verdict? {
    guard call.target.segments.first == "api", let network = call.network,
      network.first != 127 || network.count != 4, network != Self.loopback
    else { return nil }
    let headers = call.request.headers
    if let proof = headers[.authorization] ?? headers[.cookie] {
      return limiter.take(Self.agents, client: SHA256.hash(network + Array(proof.utf8)))
    }
    let isSafe = [.get, .head, .options].contains(call.request.method)
    return limiter.take(isSafe ? Self.reading : Self.writing, client: SHA256.hash(network))
  }

  /// The problem of one request too many.
  static func problem(_ verdict: RateLimiter.Verdict) -> ProblemDetails {
    ProblemDetails(
      status: .tooManyRequests, code: "too-many-requests",
      detail: "there were too many requests; try again in \(verdict.reset) s",
      headers: [.retryAfter: "\(verdict.reset)"])
  }

  /// Tells what is left.
  static func add(_ verdict: RateLimiter.Verdict, to headers: inout HTTPFields) {
    let policy = verdict.policy
    if let policyName, let limitName {
      headers[policyName] = "\"\(policy.name)\";q=\(policy.quota);w=\(policy.seconds)"
      headers[limitName] = "\"\(policy.name)\";r=\(verdict.remaining);t=\(verdict.reset)"
    }
  }

  private static let policyName = HTTPField.Name("RateLimit-Policy")
  private static let limitName = HTTPField.Name("RateLimit")
  private static let loopback: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0]
}
