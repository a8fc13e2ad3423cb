public import Content

/// What this server is to an issuer.
public struct OpenIDClient: Sendable, Hashable {
  /// The issuer's address, exactly as it names itself.
  public var issuer: SecureAddress
  /// What the issuer knows this server as.
  public var clientID: String
  /// What proves to the issuer that this server asks; nil for a client that has nothing.
  public var secret: String?
  /// Where the issuer sends browsers back to.
  public var redirectAddress: String

  /// A client of an issuer.
  public init(issuer: SecureAddress, clientID: String, secret: String?, redirectAddress: String) {
    self.issuer = issuer
    self.clientID = clientID
    self.secret = secret
    self.redirectAddress = redirectAddress
  }
}
