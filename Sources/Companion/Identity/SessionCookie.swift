import Digest
import EventLog
import HTTPTypes

/// The cookie of a session: a secret that the store knows the digest of, and a signature.
///
/// A cookie that this server has not signed is refused without asking the store.
struct SessionCookie: Sendable, Hashable {
  /// 256 random bits as letters and digits.
  let secret: String

  /// A new session.
  init() { secret = RandomIdentifier.secret() }

  /// The session of a request; nil if it has none that this key signed.
  init?(_ headers: HTTPFields, key: [UInt8]) {
    guard let value = Cookies.value(of: Self.names, headers) else { return nil }
    let parts = value.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count <= 100 else { return nil }
    secret = String(parts[0])
    guard ConstantTime.areEqual(String(parts[1]), signature(key)) else { return nil }
  }

  /// What the store knows the session by.
  var hash: [UInt8] { SHA256.hash(Array(secret.utf8)) }

  /// What forms and scripts of this session send along with what changes something.
  func requestToken(_ key: [UInt8]) -> String { HMACSHA256.hex("csrf:" + secret, key: key) }

  /// The header that gives the cookie to a browser.
  ///
  /// It ends with the browser; the store ends it earlier if need be. A page of another site that
  /// leads to this one may bring it (`Lax`), which is why changes need ``requestToken(_:)`` too.
  func header(key: [UInt8], isSecure: Bool) -> String {
    Cookies.header(
      name: Self.name(isSecure), value: secret + "." + signature(key), isSecure: isSecure)
  }

  /// The headers that take the cookie away.
  static func removal(isSecure: Bool) -> String {
    Cookies.header(name: name(isSecure), value: "", isSecure: isSecure, maxAge: 0)
  }

  private func signature(_ key: [UInt8]) -> String { HMACSHA256.hex("session:" + secret, key: key) }

  /// A browser takes `__Host-` only over TLS, from this very host, for all of it.
  private static func name(_ isSecure: Bool) -> String { isSecure ? names[0] : names[1] }
  private static let names = ["__Host-balise", "balise"]
}
