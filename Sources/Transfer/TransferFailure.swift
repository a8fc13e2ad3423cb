/// Why a server was not reached, or did not answer to the end.
public struct TransferFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// What libcurl says of it: no secret, and nothing that was sent.
  public let description: String

  /// A failure with its reason.
  public init(_ description: String) { self.description = description }
}
