public import Content
import Foundation

/// What an issuer says of itself at `/.well-known/openid-configuration` (OpenID Connect Discovery).
public struct IssuerMetadata: Sendable, Hashable {
  /// Where people sign in.
  public let authorizationEndpoint: SecureAddress
  /// Where a code is given for a token.
  public let tokenEndpoint: SecureAddress
  /// Where the keys are by which tokens are checked.
  public let keysAddress: SecureAddress
  /// Where an issuer says of people what its tokens do not; nil if it does not.
  public let userInfoEndpoint: SecureAddress?
  /// Whether the secret goes into the form, because the issuer does not take it as a header.
  public let takesSecretInForm: Bool

  private struct Fields: Decodable {
    var issuer: String
    var authorization_endpoint: String
    var token_endpoint: String
    var jwks_uri: String
    var userinfo_endpoint: String?
    var token_endpoint_auth_methods_supported: [String]?
    var code_challenge_methods_supported: [String]?
  }

  /// Reads the answer of an issuer, which has to name itself exactly as it was asked for.
  public init(_ json: [UInt8], issuer: SecureAddress) throws(OpenIDFailure) {
    guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(json)) else {
      throw .unreachable("the issuer's configuration cannot be read")
    }
    guard fields.issuer == issuer.description else {
      throw .unreachable(
        "the issuer calls itself '\(fields.issuer.prefix(200))', not '\(issuer)' as 'desk.openid.issuer' has it"
      )
    }
    func address(_ text: String, _ name: String) throws(OpenIDFailure) -> SecureAddress {
      guard let address = SecureAddress(text) else {
        throw .unreachable("the issuer's '\(name)' is no address that a secret may travel to")
      }
      return address
    }
    authorizationEndpoint = try address(fields.authorization_endpoint, "authorization_endpoint")
    tokenEndpoint = try address(fields.token_endpoint, "token_endpoint")
    keysAddress = try address(fields.jwks_uri, "jwks_uri")
    userInfoEndpoint = try fields.userinfo_endpoint.map { text throws(OpenIDFailure) in
      try address(text, "userinfo_endpoint")
    }
    // Nothing said is `client_secret_basic`.
    let methods = fields.token_endpoint_auth_methods_supported ?? ["client_secret_basic"]
    takesSecretInForm =
      !methods.contains("client_secret_basic") && methods.contains("client_secret_post")
    if let methods = fields.code_challenge_methods_supported, !methods.contains("S256") {
      throw .unreachable("the issuer does not take PKCE with S256")
    }
  }

  /// Where an issuer says of itself what it is.
  static func address(of issuer: SecureAddress) -> String {
    var base = issuer.description[...]
    if base.hasSuffix("/") { base = base.dropLast() }
    return base + "/.well-known/openid-configuration"
  }
}
