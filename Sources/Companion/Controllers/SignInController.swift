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

  init(services: CompanionServices, authentication: Authentication) {
    self.services = services
    self.authentication = authentication
    guardian = SignInGuard(services: services, key: authentication.key)
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
        return page(call, .passphrase, next: next, fault: .refused, name: name)
      }
      return try await start(name, call, next: next)
    }
    return page(call, .passphrase, next: next)
  }

  private func signIn(_ call: Call) async throws -> Response {
    try RequestOrigin.check(call, services)
    let form = try await call.form()
    let next = DeskAddress.next(form["next"], call)
    let name = form["name"] ?? ""
    let outcome = try await guardian.attempt(
      name: name, passphrase: form["passphrase"] ?? "", network: call.network)
    switch outcome {
    case .accepted:
      return try await start(name, call, next: next)
    case .refused:
      services.logger.notice("an attempt to sign in was refused")
      return page(call, .passphrase, next: next, fault: .refused, name: name)
    case .locked(let time):
      services.logger.warning("attempts to sign in are locked out for a while")
      let seconds = max(1, (time.milliseconds - Timestamp.now.milliseconds) / 1000)
      var response = page(
        call, .passphrase, next: next, fault: .locked(minutes: Int(seconds + 59) / 60), name: name)
      response.headers[.retryAfter] = "\(seconds)"
      return response
    }
  }

  /// Asks before it signs in: mail scanners and previews look at links, but press no buttons.
  private func showLink(_ call: Call) async throws -> Response {
    let hash = Self.hash(call)
    guard let agent = try await services.ask({ try await $0.signInLink(hash: hash, at: .now) })
    else { return linkGone(call) }
    return page(call, .link(agent: agent.name), next: DeskAddress.desk(call))
  }

  private func followLink(_ call: Call) async throws -> Response {
    try RequestOrigin.check(call, services)
    let hash = Self.hash(call)
    guard let agent = try await services.ask({ try await $0.takeSignInLink(hash: hash, at: .now) })
    else { return linkGone(call) }
    let next = agent.hasPassphrase ? DeskAddress.desk(call) : DeskAddress.passphrase(call)
    return try await start(agent.name, call, next: next)
  }

  private func signOut(_ call: Call) async throws -> Response {
    let form = try await call.form()
    if let session = await authentication.visitor(call)?.session {
      try await authentication.check(session, call, form)
      try await services.ask { try await $0.endSession(hash: session.hash) }
    }
    var response = Response.redirect(
      to: DeskAddress.signIn(call), status: .seeOther, cacheControl: "no-store")
    response.headers[.setCookie] = SessionCookie.removal(isSecure: services.isSecure(call))
    return response
  }

  private func start(_ name: String, _ call: Call, next: String) async throws -> Response {
    let cookie = SessionCookie()
    try await services.ask {
      try await $0.startSession(agent: name, hash: cookie.hash, time: .now)
    }
    services.logger.notice("an agent signed in", metadata: ["agent": "\(name)"])
    var response = Response.redirect(to: next, status: .seeOther, cacheControl: "no-store")
    response.headers[.setCookie] = cookie.header(
      key: try await authentication.key.bytes(services), isSecure: services.isSecure(call))
    return response
  }

  private func linkGone(_ call: Call) -> Response {
    page(call, .passphrase, next: DeskAddress.desk(call), fault: .linkGone)
  }

  private func page(
    _ call: Call, _ way: SignInContext.Way, next: String, fault: SignInContext.Fault? = nil,
    name: String = ""
  ) -> Response {
    let status: HTTPResponse.Status =
      switch fault {
      case nil: .ok
      case .refused: .unauthorized
      case .locked: .tooManyRequests
      case .linkGone: .gone
      default: .unprocessableContent
      }
    return DeskPage.response(
      services.templates.signIn(
        SignInContext(
          language: DeskPage.language(call), title: DeskPage.title(call), base: call.site.basePath,
          styleSheet: DeskPage.styleSheet(call), way: way, fault: fault, name: name, next: next)),
      status: status)
  }

  private static func hash(_ call: Call) -> [UInt8] {
    SHA256.hash(Array((call.parameters["secret"] ?? "").utf8))
  }
}
