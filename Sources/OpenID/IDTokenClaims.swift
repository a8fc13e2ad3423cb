import Foundation
import JWTKit

/// What an ID token says, before and after its signature is checked.
struct IDTokenClaims: JWTPayload {
  var issuer: String
  var subject: String
  var audience: [String]
  var authorizedParty: String?
  /// Seconds since 1970.
  var expires: Double
  /// Seconds since 1970.
  var issued: Double
  var nonce: String?
  /// What it says of the person, as texts: `email`, `preferred_username`, and whatever else.
  var person: [String: String]

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func required<Value: Decodable>(_ name: String) throws -> Value {
      try container.decode(Value.self, forKey: Key(stringValue: name))
    }
    issuer = try required("iss")
    subject = try required("sub")
    let only = try? container.decode(String.self, forKey: Key(stringValue: "aud"))
    audience = try only.map { [$0] } ?? required("aud")
    expires = try required("exp")
    issued = try required("iat")
    authorizedParty = try container.decodeIfPresent(
      String.self, forKey: Key(stringValue: "azp"))
    nonce = try container.decodeIfPresent(String.self, forKey: Key(stringValue: "nonce"))
    person = [:]
    for key in container.allKeys {
      if let text = try? container.decode(String.self, forKey: key) {
        person[key.stringValue] = text
      } else if let flag = try? container.decode(Bool.self, forKey: key) {
        person[key.stringValue] = flag ? "true" : "false"
      }
    }
  }

  func encode(to encoder: any Encoder) throws {
    throw EncodingError.invalidValue(
      self, .init(codingPath: [], debugDescription: "tokens are read here, not written"))
  }

  /// Nothing: what a token has to say depends on who asked for it, which ``IDTokenCheck`` knows.
  func verify(using algorithm: some JWTAlgorithm) async throws {}
}
