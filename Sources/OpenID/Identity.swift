/// Whom an issuer has signed in.
public struct Identity: Sendable, Hashable {
  /// What the issuer calls itself.
  public var issuer: String
  /// What the issuer knows the person as; never given to another.
  public var subject: String
  /// What the claim says that names agents.
  public var name: String

  /// Finds the claim that names an agent in what an issuer says of a person.
  ///
  /// An e-mail address counts only where the issuer says that it is verified: elsewhere anybody may
  /// write somebody else's.
  init(
    issuer: String, subject: String, claim: String, person: [String: String]
  ) throws(OpenIDFailure) {
    guard let name = person[claim], !name.isEmpty, name.utf8.count <= 255 else {
      throw .refused("the issuer says no '\(claim)'")
    }
    guard claim != "email" || person["email_verified"] == "true" else {
      throw .refused("the issuer does not say that the e-mail address is verified")
    }
    self.issuer = issuer
    self.subject = subject
    self.name = name
  }
}
