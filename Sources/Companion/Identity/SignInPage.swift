import Digest
import EventLog
import HTTPTypes
import Hummingbird
import Rendering

/// The page on which agents sign in, in their language.
struct SignInPage: Sendable {
  let services: CompanionServices

  /// The page, which asks for something, or says why nobody is signed in.
  ///
  /// - Parameters:
  ///   - call: the request.
  ///   - way: what the page asks for.
  ///   - next: where to go afterwards.
  ///   - fault: why the page is shown again.
  ///   - name: the name that was typed.
  /// - Returns: the page, with the status that goes with the fault.
  func response(
    _ call: Call, _ way: SignInContext.Way, next: String, fault: SignInContext.Fault? = nil,
    name: String = ""
  ) -> Response {
    let language = DeskPage.language(call)
    let issuer = call.site.description.desk?.openid.map { issuer in
      SignInContext.Issuer(
        label: issuer.label(in: language),
        address: DeskAddress.openID(call) + "?next=" + PercentCoding.encoded(next))
    }
    return DeskPage.response(
      services.templates.signIn(
        SignInContext(
          language: language, title: DeskPage.title(call), base: call.site.basePath,
          styleSheet: DeskPage.styleSheet(call), way: way, fault: fault, name: name, next: next,
          issuer: issuer)),
      status: Self.status(fault))
  }

  /// The page that says when there may be another attempt.
  func locked(_ call: Call, until time: Timestamp, next: String, name: String = "") -> Response {
    let seconds = max(1, (time.milliseconds - Timestamp.now.milliseconds) / 1000)
    var response = response(
      call, .passphrase, next: next, fault: .locked(minutes: Int(seconds + 59) / 60), name: name)
    response.headers[.retryAfter] = "\(seconds)"
    return response
  }

  private static func status(_ fault: SignInContext.Fault?) -> HTTPResponse.Status {
    switch fault {
    case nil: .ok
    case .refused, .issuerDenied: .unauthorized
    case .locked: .tooManyRequests
    case .linkGone: .gone
    case .issuerUnreachable, .issuerRefused: .badGateway
    case .issuerAnswerStale: .badRequest
    case .issuerUnknown: .forbidden
    case .tooWeak, .different: .unprocessableContent
    }
  }
}
