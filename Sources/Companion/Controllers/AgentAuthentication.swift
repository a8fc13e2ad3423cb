import Digest
import EventLog
import HTTPTypes
import Hummingbird

/// Finds out which agent makes a request.
struct AgentAuthentication: Sendable {
  let services: CompanionServices

  /// The agent whose token the request bears; refuses the request if there is none.
  func agent(_ call: Call) async throws -> Agent {
    guard let header = call.request.headers[.authorization] else {
      throw Self.refusal("this address is for agents; send 'Authorization: Bearer bal_…'", nil)
    }
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else {
      throw Self.refusal("the token must be sent as 'Authorization: Bearer bal_…'", nil)
    }
    let token = Array(parts[1].trimmingSpaces().utf8)
    // The store knows hashes alone, and finds them by an index: the time tells nothing of a token.
    let hash = SHA256.hash(token)
    guard token.count <= 200,
      let agent = try await services.ask({ try await $0.agent(tokenHash: hash) })
    else {
      throw Self.refusal("this token is unknown or has been revoked", "invalid_token")
    }
    return agent
  }

  private static func refusal(_ detail: String, _ error: String?) -> ProblemDetails {
    let challenge = "Bearer realm=\"agents\"" + (error.map { ", error=\"\($0)\"" } ?? "")
    return ProblemDetails(
      status: .unauthorized, code: "token-required", detail: detail,
      headers: [.wwwAuthenticate: challenge])
  }
}
