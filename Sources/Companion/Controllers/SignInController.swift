import Digest
import EventLog
import HTTPTypes
import Hummingbird
import Logging
import Rendering

/// The pages by which agents sign in and out: by name and pass-phrase, or by a link that works once.
struct SignInController: Sendable {
  let services: CompanionServices
  let authentication: Authentication
  private let guardian: SignInGuard
  private let page: SignInPage

  init(services: CompanionServices, authentication: Authentication) {
    self.services = services
    self.authentication = authentication
    guardian = SignInGuard(services: services, key: authentication.key)
    page = SignInPage(services: services)
  }

  var routes: [Route] {
    [
      Route(.get, "/desk/sign-in", show),
      Route(.post, "/desk/sign-in", signIn),
      Route(.get, "/desk/link/{secret}", showLink),
      Route(.post, "/desk/link/{secret}", followLink),
      Route(.post, "/desk/sign-out", signOut),
    ]
  }

  private func show(_ call: Call) async throws -> Response {
    let next = DeskAddress.next(call.query["next"], call)
    if await authentication.visitor(call)?.session != nil {
      return .redirect(to: next, status: .seeOther, cacheControl: "no-store")
    }
    if let name = services.proxies.user(call) {
      let agents = try await services.ask { try await $0.agents() }
      guard agents.contains(where: { $0.name == name && $0.revoked == nil }) else {
        return page.response(call, .passphrase, next: next, fault: .refused, name: name)
      }
      return try await authentication.begin(name, call, next: next)
    }
    return page.response(call, .passphrase, next: next)
  }

  private func signIn(_ call: Call) async throws -> Response {
    try RequestOrigin.check(call, services)
    let form = try await call.form()
    let next = DeskAddress.next(form["next"], call)
    let name = form["name"] ?? ""
    let outcome = try await guardian.attempt(
      name: name, passphrase: form["passphrase"] ?? "", call)
    switch outcome {
    case .accepted:
      return try await authentication.begin(name, call, next: next)
    case .refused:
      services.logger.notice("an attempt to sign in was refused")
      return page.response(call, .passphrase, next: next, fault: .refused, name: name)
    case .locked(let time):
      services.logger.warning("attempts to sign in are locked out for a while")
      return page.locked(call, until: time, next: next, name: name)
    }
  }

  /// Asks before it signs in: mail scanners and previews look at links, but press no buttons.
  private func showLink(_ call: Call) async throws -> Response {
    let hash = Self.hash(call)
    guard let agent = try await services.ask({ try await $0.signInLink(hash: hash, at: .now) })
    else { return linkGone(call) }
    return page.response(call, .link(agent: agent.name), next: DeskAddress.desk(call))
  }

  private func followLink(_ call: Call) async throws -> Response {
    try RequestOrigin.check(call, services)
    let hash = Self.hash(call)
    guard let agent = try await services.ask({ try await $0.takeSignInLink(hash: hash, at: .now) })
    else { return linkGone(call) }
    let next = agent.hasPassphrase ? DeskAddress.desk(call) : DeskAddress.passphrase(call)
    return try await authentication.begin(agent.name, call, next: next)
  }

  private func signOut(_ call: Call) async throws -> Response {
    let form = try await call.form()
    if let session = await authentication.visitor(call)?.session {
      try await authentication.check(session, call, form)
      try await services.ask { try await $0.endSession(hash: session.hash) }
      services.live.end { $0.session == session }
    }
    var response = Response.redirect(
      to: DeskAddress.signIn(call), status: .seeOther, cacheControl: "no-store")
    response.headers[.setCookie] = SessionCookie.removal(isSecure: services.isSecure(call))
    return response
  }

  private func linkGone(_ call: Call) -> Response {
    page.response(call, .passphrase, next: DeskAddress.desk(call), fault: .linkGone)
  }

  private static func hash(_ call: Call) -> [UInt8] {
    SHA256.hash(Array((call.parameters["secret"] ?? "").utf8))
  }
}
