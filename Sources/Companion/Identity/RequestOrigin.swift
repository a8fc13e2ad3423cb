import Foundation
import HTTPTypes
import HummingbirdCore

/// Which site's page made a browser send a request.
enum RequestOrigin {
  /// Refuses a request that a page of another site sent.
  ///
  /// Browsers say where a form or a script comes from; programs say nothing, and hold no cookies
  /// that somebody else could abuse.
  static func check(_ call: Call, _ services: CompanionServices) throws {
    let headers = call.request.headers
    if let site = fetchSite.flatMap({ headers[$0] }), site != "same-origin", site != "none" {
      throw foreign
    }
    guard let origin = headers[.origin] else { return }
    let sender = host(ofAddress: origin)
    let own = [
      call.request.head.authority?.lowercased(), host(ofAddress: services.address(call)),
    ]
    guard let sender, own.contains(sender) else { throw foreign }
  }

  /// The host of an address with its port, as `Origin` has it: `help.example:8443`.
  static func host(ofAddress address: String) -> String? {
    guard let scheme = address.range(of: "://") else { return nil }
    return address[scheme.upperBound...].prefix { $0 != "/" }.lowercased()
  }

  private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")
  private static let foreign = ProblemDetails(
    status: .forbidden, code: "origin-foreign",
    detail: "a page of another site may not do this in an agent's name")
}
