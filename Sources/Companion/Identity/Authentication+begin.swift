import EventLog
import HTTPTypes
import Hummingbird
import Logging

extension Authentication {
  /// Begins the session of an agent who has proved to be one, and sends the browser on.
  func begin(_ name: String, _ call: Call, next: String) async throws -> Response {
    let cookie = SessionCookie()
    try await services.ask {
      try await $0.startSession(agent: name, hash: cookie.hash, time: .now)
    }
    services.logger.notice("an agent signed in", metadata: ["agent": "\(name)"])
    var response = Response.redirect(to: next, status: .seeOther, cacheControl: "no-store")
    response.headers[.setCookie] = cookie.header(
      key: try await key.bytes(services), isSecure: services.isSecure(call))
    return response
  }
}
