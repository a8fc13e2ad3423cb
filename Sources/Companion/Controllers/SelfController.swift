import EventLog
import Hummingbird

/// `GET /api/v1/me`: who makes the request, and what they may do.
struct SelfController: Sendable {
  let authentication: Authentication

  var routes: [Route] {
    [Route(.get, "/api/v1/me", DeskOperations.showSelf, show)]
  }

  private func show(_ call: Call) async throws -> Response {
    let principal = try call.agent()
    return .json(
      .fields([
        "name": .string(principal.name), "role": .string(principal.role.rawValue),
        "scopes": .array(principal.scopes.map(\.rawValue).sorted().map { .string($0) }),
        "csrf_token": .optional(try await authentication.requestToken(of: principal)),
      ]))
  }
}
