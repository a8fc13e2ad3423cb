import Digest
import HTTPTypes
import Hummingbird
import NIOCore

/// What the agents' pages have in common.
enum DeskPage {
  /// A page as an answer that nobody keeps, and that no other site frames or learns of.
  static func response(_ html: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    var headers: HTTPFields = [
      .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
    ]
    if let name = SecurityHeaders.robotsTag { headers[name] = "noindex, nofollow" }
    if let name = SecurityHeaders.referrerPolicy { headers[name] = "same-origin" }
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: html)))
  }

  /// Sends whoever is not signed in to do that, and back.
  static func signIn(_ call: Call) -> Response {
    let query = call.target.rawQuery.map { "?" + $0 } ?? ""
    let here = call.site.basePath + call.target.path(asFolder: call.target.isFolder) + query
    return .redirect(
      to: DeskAddress.signIn(call) + "?next=" + PercentCoding.encoded(here), status: .seeOther,
      cacheControl: "no-store")
  }

  /// Lets help-desk software that the site names show a page in a frame.
  static func allowFrames(_ call: Call, _ response: inout Response) {
    let origins = call.site.description.deskOrigins
    guard !origins.isEmpty else { return }
    response.headers[.contentSecurityPolicy] = SecurityHeaders.policy(
      frameAncestors: (["'self'"] + origins).joined(separator: " "))
  }

  /// The language an agent reads: the one the address names, else the browser's.
  static func language(_ call: Call) -> String {
    (try? call.language()) ?? call.site.defaultLanguage
  }

  /// The site's title in the agent's language.
  static func title(_ call: Call) -> String {
    call.site.description.languages[language(call)]?.title ?? "Balise"
  }

  /// The address of the theme's style sheet; nil if the build has none.
  static func styleSheet(_ call: Call) -> String? {
    call.site.styleSheetPath.map { call.site.basePath + "/" + $0 }
  }
}

/// The addresses of the agents' pages.
enum DeskAddress {
  /// The desk itself.
  static func desk(_ call: Call) -> String { call.site.basePath + "/desk/" }
  /// Where agents sign in.
  static func signIn(_ call: Call) -> String { call.site.basePath + "/desk/sign-in" }
  /// Where agents begin to sign in at the issuer that the site names.
  static func openID(_ call: Call) -> String { call.site.basePath + "/desk/openid" }
  /// Where admins see what could not be delivered.
  static func outbox(_ call: Call) -> String { call.site.basePath + "/desk/outbox" }
  /// Where agents choose a pass-phrase.
  static func passphrase(_ call: Call) -> String { call.site.basePath + "/desk/passphrase" }

  /// Where to go after signing in: where somebody wanted to go, as long as that is at the desk.
  static func next(_ wanted: String?, _ call: Call) -> String {
    let desk = desk(call)
    // The prefix makes it a path of this server: nothing leads from there to another site.
    guard let wanted, wanted.hasPrefix(desk), !wanted.contains("\\"),
      wanted.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), RequestTarget(wanted) != nil
    else { return desk }
    return wanted
  }
}
