import Digest
import EventLog
import HTTPTypes
import Hummingbird

/// Finds out who makes a request: a program by its token, or a browser by its session.
struct Authentication: Sendable {
  let services: CompanionServices
  let key = SessionKey()

  /// Who makes the request, if they may do something; refuses it otherwise.
  ///
  /// A browser that changes something has to send the session's token too, as the header
  /// `X-CSRF-Token` or the form's field `csrf`, which no other site can know.
  ///
  /// - Parameters:
  ///   - call: the request.
  ///   - scope: what it is about to do.
  ///   - form: the form it sent, where the field may be.
  ///   - isUse: whether a session is used by it, and so does not end for want of requests.
  /// - Returns: who it is.
  /// - Throws: the problem: 401 without proof, 403 if the proof does not suffice.
  func principal(
    _ call: Call, _ scope: AccessScope, form: QueryItems? = nil, isUse: Bool = true
  ) async throws -> Principal {
    guard let principal = try await find(call, isUse) else {
      throw Self.missing
    }
    guard principal.scopes.contains(scope) else { throw Self.forbidden(principal, scope) }
    if let session = principal.session, !RateLimits.isSafe(call.request.method) {
      try await check(session, call, form)
    }
    return principal
  }

  /// Who makes the request, if anybody that is known; never refuses it.
  ///
  /// For what anybody may do, to tell the operator's own agents from readers.
  func visitor(_ call: Call, isUse: Bool = true) async -> Principal? {
    try? await find(call, isUse)
  }

  /// What a page puts into its forms and scripts of a session send; nil for a program.
  func requestToken(of principal: Principal) async throws -> String? {
    guard let session = principal.session else { return nil }
    return session.requestToken(try await key.bytes(services))
  }

  /// Refuses a change that another site may have made the browser ask for.
  func check(_ session: SessionCookie, _ call: Call, _ form: QueryItems?) async throws {
    try RequestOrigin.check(call, services)
    let sent = Self.tokenHeader.flatMap { call.request.headers[$0] } ?? form?["csrf"] ?? ""
    let expected = session.requestToken(try await key.bytes(services))
    guard ConstantTime.areEqual(sent, expected) else {
      throw ProblemDetails(
        status: .forbidden, code: "csrf-token-required",
        detail: "send the session's token as the header 'X-CSRF-Token'; "
          + "GET /api/v1/me tells it")
    }
  }

  private func find(_ call: Call, _ isUse: Bool) async throws -> Principal? {
    let principal = try await proven(call, isUse)
    if principal != nil, let proof = call.proof { services.proofs.add(proof) }
    return principal
  }

  private func proven(_ call: Call, _ isUse: Bool) async throws -> Principal? {
    if let header = call.request.headers[.authorization] { return try await bearer(header) }
    let headers = call.request.headers
    guard headers[.cookie] != nil,
      let cookie = SessionCookie(headers, key: try await key.bytes(services))
    else { return nil }
    let limits = call.site.description.deskLimits.sessions
    let agent = try await services.ask {
      try await $0.session(hash: cookie.hash, limits: limits, at: .now, isUse: isUse)
    }
    return agent.map { Principal(agent: $0, scopes: $0.role.scopes, proof: .session(cookie)) }
  }

  private func bearer(_ header: String) async throws -> Principal {
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else {
      throw Self.refusal("the token must be sent as 'Authorization: Bearer bal_…'", nil)
    }
    let token = Array(parts[1].trimmingSpaces().utf8)
    // The store knows hashes alone, and finds them by an index: the time tells nothing of a token.
    let hash = SHA256.hash(token)
    guard token.count <= 200,
      let access = try await services.ask({ try await $0.access(tokenHash: hash, at: .now) })
    else {
      throw Self.refusal(
        "this token is unknown, has expired or has been revoked", "invalid_token")
    }
    return Principal(agent: access.agent, scopes: access.scopes, proof: .token)
  }

  private static func forbidden(_ principal: Principal, _ scope: AccessScope) -> ProblemDetails {
    var headers = HTTPFields()
    if principal.proof == .token {
      headers[.wwwAuthenticate] =
        "Bearer realm=\"agents\", error=\"insufficient_scope\", scope=\"\(scope.rawValue)\""
    }
    return ProblemDetails(
      status: .forbidden, code: "scope-required",
      detail: "this needs the scope '\(scope.rawValue)', which "
        + (principal.proof == .token ? "this token" : "the role '\(principal.role.rawValue)'")
        + " does not have", headers: headers)
  }

  /// The problem of whoever shows no proof.
  static let missing = refusal(
    "this address is for agents; send 'Authorization: Bearer bal_…'", nil)

  private static func refusal(_ detail: String, _ error: String?) -> ProblemDetails {
    let challenge = "Bearer realm=\"agents\"" + (error.map { ", error=\"\($0)\"" } ?? "")
    return ProblemDetails(
      status: .unauthorized, code: "token-required", detail: detail,
      headers: [.wwwAuthenticate: challenge])
  }

  private static let tokenHeader = HTTPField.Name("X-CSRF-Token")
}
