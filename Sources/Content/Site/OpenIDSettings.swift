/// The issuer at which agents may sign in, from `desk.openid` in `site.yaml` (OpenID Connect).
public struct OpenIDSettings: Hashable, Sendable {
  /// Where the secret is that proves to the issuer that this server asks.
  public enum Secret: Hashable, Sendable {
    /// In a variable of the server's environment.
    case variable(SecretReference)
    /// In a file, alone.
    case file(String)
  }

  /// The issuer's name, which is its address too, exactly as it writes it itself.
  public var issuer: String
  /// What the issuer knows this server as.
  public var clientID: String
  /// Where the secret is; nil for a client that has none.
  public var secret: Secret?
  /// What of the issuer's words is the agent's name.
  public var claim: String
  /// What people know the issuer as; empty for its host.
  public var label: Localized<String>
  /// A file of certificates to trust instead of the system's, for a private authority.
  public var authority: String?

  /// Makes settings from their parts.
  public init(
    issuer: String, clientID: String, secret: Secret? = nil, claim: String = "email",
    label: Localized<String> = Localized(), authority: String? = nil
  ) {
    self.issuer = issuer
    self.clientID = clientID
    self.secret = secret
    self.claim = claim
    self.label = label
    self.authority = authority
  }
}
