import Content
import Digest
import Foundation

/// One attempt to sign in at an issuer: what is sent there with the browser, and has to come back.
///
/// All of it follows from one secret that the browser keeps in a signed cookie, and from a key of this
/// server. So an answer is of use to the browser that asked for it alone (`state`), a token to this
/// attempt alone (`nonce`), and a code to this server alone (`code_verifier`, PKCE with S256).
public struct SignInRequest: Sendable, Hashable {
  /// What the issuer's answer brings back.
  public let state: String
  /// What the token holds.
  public let nonce: String
  /// What proves that whoever has a code asked for it (RFC 7636).
  public let verifier: String

  /// The attempt of a secret, under a key.
  public init(secret: String, key: [UInt8]) {
    state = HMACSHA256.hex("openid-state:" + secret, key: key)
    nonce = HMACSHA256.hex("openid-nonce:" + secret, key: key)
    verifier = HMACSHA256.hex("openid-verifier:" + secret, key: key)
  }

  /// The digest of the verifier, which the issuer learns first.
  public var challenge: String {
    Data(SHA256.hash(Array(verifier.utf8))).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// Where the browser goes to sign in.
  func address(_ endpoint: SecureAddress, client: OpenIDClient) -> String {
    let query = FormText.encoded([
      ("response_type", "code"), ("client_id", client.clientID),
      ("redirect_uri", client.redirectAddress), ("scope", "openid email profile"),
      ("state", state), ("nonce", nonce), ("code_challenge", challenge),
      ("code_challenge_method", "S256"),
    ])
    let separator = endpoint.description.contains("?") ? "&" : "?"
    return endpoint.description + separator + query
  }
}
