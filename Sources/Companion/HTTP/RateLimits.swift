import Digest
import HTTPTypes
import Hummingbird

/// Which requests of the API are limited, and how that is told.
///
/// Headers are those of the IETF's draft on rate limits: `RateLimit-Policy: "read";q=600;w=60` and
/// `RateLimit: "read";r=599;t=1`.
struct RateLimits: Sendable {
  private let limiter = RateLimiter()
  /// Who has shown that they are an agent, or act for one.
  let proofs: KnownProofs

  /// What only reads, what writes, and what agents and programs with a token do, as the site says.
  private static func policy(_ name: String, _ quota: Int) -> RateLimiter.Policy {
    RateLimiter.Policy(name: name, quota: quota, seconds: 60)
  }

  /// Whether a request may be answered; nil for one that is not limited.
  ///
  /// Nobody is told apart where all requests come from this machine: there is a proxy that is not
  /// named, or somebody who tries things out.
  ///
  /// - Parameters:
  ///   - call: the request.
  ///   - rate: how often its route may be asked for.
  /// - Returns: whether it may be answered, and how many more.
  func verdict(_ call: Call, _ rate: Operation.RateClass) -> RateLimiter.Verdict? {
    guard rate != .unlimited, let network = call.network,
      network.first != 127 || network.count != 4, network != Self.loopback
    else { return nil }
    let rates = call.site.description.deskLimits.rates
    // What anybody may make up is no proof: each new one would be an allowance of its own.
    if let proof = call.proof, proofs.contains(proof) {
      return limiter.take(
        Self.policy("agent", rates.agent), client: SHA256.hash(network + proof))
    }
    let policy =
      rate == .reading ? Self.policy("read", rates.read) : Self.policy("write", rates.write)
    return limiter.take(policy, client: SHA256.hash(network))
  }

  /// Whether a method changes nothing.
  static func isSafe(_ method: HTTPRequest.Method) -> Bool {
    [.get, .head, .options].contains(method)
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
