/// Why the server cannot start or cannot take a site, and what helps.
public struct CompanionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of failure: stable, for programs and tests.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// There is no built site in the folder.
    case siteMissing = "site-missing"
    /// A file of the site is not what it should be.
    case siteDamaged = "site-damaged"
    /// The site is being built at this moment.
    case siteChanging = "site-changing"
    /// Another program listens on the port.
    case portTaken = "port-taken"
    /// The address is not one of this machine, or may not be used.
    case addressUnavailable = "address-unavailable"
  }

  /// The kind of failure.
  public let code: Code
  /// A sentence that says what happened and what to do.
  public let message: String

  /// An error of a kind, with its sentence.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The sentence and the code.
  public var description: String { "\(message) [\(code.rawValue)]" }
}
