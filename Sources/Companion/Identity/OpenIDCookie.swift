import Digest
import EventLog
import Foundation
import HTTPTypes

/// What a browser keeps while its owner is at the issuer: a secret from which all follows that has to
/// come back, until when, and where to go afterwards; signed, so that none of it can be made up.
struct OpenIDCookie: Sendable, Hashable {
  /// 256 random bits as letters and digits.
  let secret: String
  /// Until when the issuer's answer is taken.
  let expires: Timestamp
  /// Where to go afterwards.
  let next: String

  /// For how many seconds people may be at the issuer.
  static let lifetime = 600

  /// A new attempt.
  init(next: String, now: Timestamp = .now) {
    secret = RandomIdentifier.secret()
    expires = now.advanced(by: .seconds(Self.lifetime))
    self.next = next
  }

  /// The attempt of a request; nil if it has none that this key signed, or it began too long ago.
  init?(_ headers: HTTPFields, key: [UInt8], now: Timestamp = .now) {
    guard let value = Cookies.value(of: Self.names, headers), value.utf8.count <= 3_000 else {
      return nil
    }
    let parts = value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, ConstantTime.areEqual(parts[3], Self.signature(parts, key)),
      let milliseconds = Int64(parts[1]), milliseconds > now.milliseconds,
      let next = Hexadecimal.bytes(parts[2]).flatMap({ String(validating: $0, as: UTF8.self) })
    else { return nil }
    secret = parts[0]
    expires = Timestamp(milliseconds: milliseconds)
    self.next = next
  }

  /// The header that gives the cookie to a browser; `Lax`, so that the way back from the issuer brings it.
  func header(key: [UInt8], isSecure: Bool) -> String {
    var parts = [secret, "\(expires.milliseconds)", Hexadecimal.text(next.utf8)]
    parts.append(Self.signature(parts, key))
    return Cookies.header(
      name: Self.name(isSecure), value: parts.joined(separator: "."), isSecure: isSecure,
      maxAge: Self.lifetime)
  }

  /// The header that takes the cookie away.
  static func removal(isSecure: Bool) -> String {
    Cookies.header(name: name(isSecure), value: "", isSecure: isSecure, maxAge: 0)
  }

  private static func signature(_ parts: [String], _ key: [UInt8]) -> String {
    HMACSHA256.hex("openid:" + parts.prefix(3).joined(separator: "."), key: key)
  }

  private static func name(_ isSecure: Bool) -> String { isSecure ? names[0] : names[1] }
  private static let names = ["__Host-balise-openid", "balise-openid"]
}
