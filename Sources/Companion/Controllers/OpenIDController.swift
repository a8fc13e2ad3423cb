import Content
import Digest
import EventLog
import HTTPTypes
import Hummingbird
import Logging
import OpenID
import Rendering

/// Signs agents in at the issuer that the site names (OpenID Connect, authorisation code with PKCE).
struct OpenIDController: Sendable {
  let services: CompanionServices
  let authentication: Authentication
  private let guardian: SignInGuard
  private let page: SignInPage
  private let issuers: OpenIDIssuers

  init(services: CompanionServices, authentication: Authentication) {
    self.services = services
    self.authentication = authentication
    guardian = SignInGuard(services: services, key: authentication.key)
    page = SignInPage(services: services)
    issuers = OpenIDIssuers(environment: services.delivery.environment)
  }

  var routes: [Route] {
    [
      Route(.get, "/desk/openid", begin),
      Route(.get, "/desk/openid/callback", finish),
    ]
  }

  /// Sends the browser to the issuer, with a cookie that knows what has to come back.
  private func begin(_ call: Call) async throws -> Response {
    let next = DeskAddress.next(call.query["next"], call)
    let attempt = OpenIDCookie(next: next)
    let key = try await authentication.key.bytes(services)
    do {
      guard let setup = try setup(call) else { throw Self.absent }
      let address = try await setup.issuer.signInAddress(
        SignInRequest(secret: attempt.secret, key: key), client: setup.client)
      var response = Response.redirect(to: address, status: .seeOther, cacheControl: "no-store")
      response.headers[.setCookie] = attempt.header(key: key, isSecure: services.isSecure(call))
      return response
    } catch let failure as OpenIDFailure {
      return refusal(call, failure, next: next)
    }
  }

  /// Takes the issuer's answer, and signs in whom it names.
  private func finish(_ call: Call) async throws -> Response {
    let key = try await authentication.key.bytes(services)
    var next = DeskAddress.desk(call)
    var response: Response
    do {
      guard let setup = try setup(call) else { throw Self.absent }
      guard let attempt = OpenIDCookie(call.request.headers, key: key) else {
        return page.response(call, .passphrase, next: next, fault: .issuerAnswerStale)
      }
      next = DeskAddress.next(attempt.next, call)
      response = try await answer(
        call, setup, SignInRequest(secret: attempt.secret, key: key), next)
    } catch let failure as OpenIDFailure {
      response = refusal(call, failure, next: next)
    }
    // Whatever came of it, the same answer is of no use again.
    response.headers.append(
      HTTPField(
        name: .setCookie, value: OpenIDCookie.removal(isSecure: services.isSecure(call))))
    return response
  }

  private func answer(
    _ call: Call, _ setup: OpenIDSetup, _ request: SignInRequest, _ next: String
  ) async throws -> Response {
    guard ConstantTime.areEqual(call.query["state"] ?? "", request.state),
      call.query["iss"] ?? setup.client.issuer.description == setup.client.issuer.description
    else { return page.response(call, .passphrase, next: next, fault: .issuerAnswerStale) }
    guard let code = call.query["code"], !code.isEmpty else {
      services.logger.notice("the issuer signed nobody in")
      return page.response(call, .passphrase, next: next, fault: .issuerDenied)
    }
    if let blocked = try await guardian.countIssuerAnswer(call) {
      return page.locked(call, until: blocked, next: next)
    }
    let identity = try await setup.issuer.identity(
      code: code, request: request, client: setup.client, claim: setup.claim)
    let agent = try await services.ask {
      try await $0.agent(
        subject: identity.subject, of: identity.issuer, named: identity.name,
        ignoringCase: setup.claim == "email")
    }
    try await guardian.forgetIssuerAnswers(call)
    guard let agent else {
      services.logger.notice("the issuer signed somebody in who is no agent")
      return page.response(
        call, .passphrase, next: next, fault: .issuerUnknown(name: identity.name))
    }
    return try await authentication.begin(agent.name, call, next: next)
  }

  private func setup(_ call: Call) throws(OpenIDFailure) -> OpenIDSetup? {
    var base = services.address(call)[...]
    while base.hasSuffix("/") { base = base.dropLast() }
    return try issuers.setup(
      call.site.description.desk?.openid, redirectAddress: base + "/desk/openid/callback")
  }

  private func refusal(_ call: Call, _ failure: OpenIDFailure, next: String) -> Response {
    services.logger.warning(
      "nobody could be signed in at the issuer", metadata: ["reason": "\(failure)"])
    return switch failure {
    case .unreachable: page.response(call, .passphrase, next: next, fault: .issuerUnreachable)
    case .refused: page.response(call, .passphrase, next: next, fault: .issuerRefused)
    }
  }

  private static let absent = ProblemDetails.notFound(
    "openid-not-configured", "agents sign in by pass-phrase here: site.yaml has no 'desk.openid'")
}
