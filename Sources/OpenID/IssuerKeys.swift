import Foundation
import JWTKit

/// The keys by which an issuer's tokens are checked (RFC 7517).
///
/// Only keys that sign with RS256 and ES256 are kept, so that nothing else can be used: no key that
/// encrypts, no secret that both sides would have (HS256), and RSA of 2,048 bits at least.
public struct IssuerKeys: Sendable {
  /// What signs a token.
  enum Algorithm: String, Sendable {
    case rs256 = "RS256"
    case es256 = "ES256"

  }

  private struct Key: Sendable {
    var name: String?
    var algorithm: Algorithm
    var key: JWK
  }

  private let keys: [Key]

  /// Reads a set of keys; what this server has no use for is left out.
  public init(_ json: [UInt8]) throws(OpenIDFailure) {
    let object = try? JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
    guard let list = object?["keys"] as? [[String: Any]] else {
      throw .unreachable("the issuer's keys cannot be read")
    }
    keys = list.compactMap(Self.key)
  }

  /// The keys that a token may have been signed with: the one that it names, or all of its kind.
  func candidates(_ algorithm: Algorithm, named name: String?) -> [JWK] {
    keys.filter { $0.algorithm == algorithm && (name == nil || $0.name == name) }.map(\.key)
  }

  private static func key(_ fields: [String: Any]) -> Key? {
    guard let type = fields["kty"] as? String, (fields["use"] as? String ?? "sig") == "sig" else {
      return nil
    }
    let operations = fields["key_ops"] as? [String] ?? ["verify"]
    let algorithm: Algorithm? =
      switch type {
      case "RSA": .rs256
      case "EC" where fields["crv"] as? String == "P-256": .es256
      default: nil
      }
    guard let algorithm, operations.contains("verify"),
      (fields["alg"] as? String ?? algorithm.rawValue) == algorithm.rawValue
    else { return nil }
    if algorithm == .rs256 {
      // Four letters for three bytes: 2,048 bits take 342.
      guard let modulus = fields["n"] as? String, modulus.utf8.count >= 342 else { return nil }
    }
    // Of a private key that somebody published nothing more than its public half is used.
    var plain = fields.filter { ["kty", "crv", "n", "e", "x", "y"].contains($0.key) }
    plain["alg"] = algorithm.rawValue
    plain["kid"] = "key"
    guard let data = try? JSONSerialization.data(withJSONObject: plain),
      let key = try? JSONDecoder().decode(JWK.self, from: data)
    else { return nil }
    return Key(name: fields["kid"] as? String, algorithm: algorithm, key: key)
  }
}
