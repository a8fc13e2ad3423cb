import Content
import Digest
import Foundation
import JWTKit

/// Checks an ID token (OpenID Connect Core, 3.1.3.7): who signed it, whom it is for, and when.
struct IDTokenCheck: Sendable {
  let client: OpenIDClient
  let request: SignInRequest
  /// Seconds since 1970.
  var now = Date().timeIntervalSince1970

  /// By how many seconds the issuer's clock may differ from this server's.
  static let leeway: Double = 60
  /// No ID token is longer.
  static let longest = 32 * 1024

  /// What the header of a token says.
  struct Header: Sendable, Hashable {
    var algorithm: IssuerKeys.Algorithm
    var keyName: String?
  }

  /// Reads the header of a token, and refuses whatever is not signed as it must be.
  static func header(_ token: String) throws(OpenIDFailure) -> Header {
    guard token.utf8.count <= longest,
      let part = token.split(separator: ".", omittingEmptySubsequences: false).first,
      let object = try? JSONSerialization.jsonObject(with: bytes(String(part))) as? [String: Any]
    else { throw .refused("the token cannot be read") }
    // Whoever takes the algorithm from the token must not take just any: `none` and secrets that
    // stand for keys have let people in elsewhere.
    guard let algorithm = (object["alg"] as? String).flatMap(IssuerKeys.Algorithm.init(rawValue:))
    else { throw .refused("the token is not signed with RS256 or ES256") }
    guard object["crit"] == nil else {
      throw .refused("the token asks for an extension that is not understood")
    }
    return Header(algorithm: algorithm, keyName: object["kid"] as? String)
  }

  /// What a token says, if one of some keys signed it for this attempt, and not too long ago.
  func claims(_ token: String, keys: [JWK]) async throws(OpenIDFailure) -> IDTokenClaims {
    guard let claims = await verified(token, keys) else {
      throw .refused("no key of the issuer signed the token")
    }
    guard claims.issuer == client.issuer.description else {
      throw .refused("the token is of another issuer")
    }
    guard claims.audience.contains(client.clientID) else {
      throw .refused("the token is for another client")
    }
    guard claims.authorizedParty ?? client.clientID == client.clientID,
      claims.audience.count == 1 || claims.authorizedParty != nil
    else { throw .refused("the token was given to another client") }
    guard claims.expires > now - Self.leeway else { throw .refused("the token has expired") }
    guard claims.issued < now + Self.leeway else {
      throw .refused("the token is of the future: one of the clocks is wrong")
    }
    guard ConstantTime.areEqual(claims.nonce ?? "", request.nonce) else {
      throw .refused("the token was made for another attempt")
    }
    guard !claims.subject.isEmpty, claims.subject.utf8.count <= 255 else {
      throw .refused("the token names nobody")
    }
    return claims
  }

  /// Whether one of some keys signed a token, whatever it says.
  func isSigned(_ token: String, by keys: [JWK]) async -> Bool {
    await verified(token, keys) != nil
  }

  private func verified(_ token: String, _ keys: [JWK]) async -> IDTokenClaims? {
    for key in keys {
      let collection = JWTKeyCollection()
      if (try? await collection.add(jwk: key)) != nil,
        let claims = try? await collection.verify(token, as: IDTokenClaims.self)
      {
        return claims
      }
    }
    return nil
  }

  private static func bytes(_ part: String) -> Data {
    let plain = part.replacing("-", with: "+").replacing("_", with: "/")
    let missing = (4 - plain.utf8.count % 4) % 4
    return Data(base64Encoded: plain + String(repeating: "=", count: missing)) ?? Data()
  }
}
