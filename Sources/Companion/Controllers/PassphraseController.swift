import EventLog
import HTTPTypes
import Hummingbird
import Rendering

/// `/desk/passphrase`, where an agent chooses a pass-phrase.
struct PassphraseController: Sendable {
  let services: CompanionServices
  let authentication: Authentication

  var routes: [Route] {
    [
      Route(.get, "/desk/passphrase", show),
      Route(.post, "/desk/passphrase", choose),
    ]
  }

  private func show(_ call: Call) async throws -> Response {
    guard let principal = await authentication.visitor(call), principal.session != nil else {
      return .redirect(to: DeskAddress.signIn(call), status: .seeOther, cacheControl: "no-store")
    }
    return try await page(call, principal)
  }

  /// Sets the pass-phrase; the sessions that the agent had end, and this browser gets a new one.
  private func choose(_ call: Call) async throws -> Response {
    let form = try await call.form()
    let principal = try await authentication.principal(call, .articles, form: form)
    guard principal.session != nil else {
      throw ProblemDetails(
        status: .forbidden, code: "session-required",
        detail: "a pass-phrase is chosen in a browser, not with a token")
    }
    let passphrase = form["passphrase"] ?? ""
    guard PassphraseRule.allows(passphrase, name: principal.name) else {
      return try await page(call, principal, fault: .tooWeak)
    }
    guard passphrase == form["again"] else {
      return try await page(call, principal, fault: .different)
    }
    let hash = await SignInGuard.hash(passphrase)
    let cookie = SessionCookie()
    try await services.ask {
      try await $0.setPassphrase(hash, ofAgent: principal.name)
      try await $0.startSession(agent: principal.name, hash: cookie.hash, time: .now)
    }
    services.live.end { $0.session != nil && $0.name == principal.name }
    var response = Response.redirect(
      to: DeskAddress.desk(call), status: .seeOther, cacheControl: "no-store")
    response.headers[.setCookie] = cookie.header(
      key: try await authentication.key.bytes(services), isSecure: services.isSecure(call))
    return response
  }

  private func page(
    _ call: Call, _ principal: Principal, fault: SignInContext.Fault? = nil
  ) async throws -> Response {
    DeskPage.response(
      services.templates.signIn(
        SignInContext(
          language: DeskPage.language(call), title: DeskPage.title(call), base: call.site.basePath,
          styleSheet: DeskPage.styleSheet(call), way: .newPassphrase, fault: fault,
          name: principal.name, next: DeskAddress.desk(call),
          csrf: try await authentication.requestToken(of: principal) ?? "")),
      status: fault == nil ? .ok : .unprocessableContent)
  }
}
