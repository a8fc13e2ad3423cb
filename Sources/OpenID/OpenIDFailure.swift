/// Why somebody could not be signed in at an issuer, for a log: no secret, no token, no name.
public enum OpenIDFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The issuer could not be asked, or said nothing that can be used.
  case unreachable(String)
  /// What came back proves nothing.
  case refused(String)

  /// The reason.
  public var description: String {
    switch self {
    case .unreachable(let reason), .refused(let reason): reason
    }
  }
}
