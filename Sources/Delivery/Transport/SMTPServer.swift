import Foundation

/// The mail server that messages are handed to, from an address such as
/// `smtps://name:secret@mail.example.com` or `smtp://mail.example.com:587?starttls=required`.
///
/// The address is a secret when it holds a password: it is read from the environment, and never
/// worded in a message or a log.
public struct SMTPServer: Sendable, Hashable {
  /// How a connection becomes private.
  public enum Security: Sendable, Hashable {
    /// TLS from the first byte.
    case tls
    /// STARTTLS, or no mail at all.
    case startTLS
    /// STARTTLS where the server offers it: for a server on this machine.
    case opportunistic
  }

  /// The scheme, host and port.
  let url: String
  let security: Security
  let user: String?
  let password: String?
  /// A file of certificates to trust instead of the system's, for a private authority.
  let authority: String?

  /// Reads an address; nil for anything else.
  ///
  /// With a password the connection has to be private: STARTTLS is then required unless the address
  /// says `starttls=optional`.
  public init?(_ address: String) {
    guard let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(),
      ["smtp", "smtps"].contains(scheme), let host = parts.host, !host.isEmpty
    else { return nil }
    let options = (parts.queryItems ?? []).reduce(into: [:]) { $0[$1.name] = $1.value ?? "" }
    guard Set(options.keys).isSubset(of: ["starttls", "ca"]) else { return nil }
    url = "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
    user = parts.user
    password = parts.password
    authority = options["ca"]
    switch (scheme, options["starttls"]) {
    case ("smtps", nil): security = .tls
    case ("smtp", "required"): security = .startTLS
    case ("smtp", "optional"): security = .opportunistic
    case ("smtp", nil): security = parts.password == nil ? .opportunistic : .startTLS
    default: return nil
    }
  }
}
