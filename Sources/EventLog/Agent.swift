/// Someone who may use the agents' part of the server.
public struct Agent: Sendable, Hashable {
  /// The name the agent is known by; unique among those not revoked.
  public let name: String
  /// When the agent was added.
  public let added: Timestamp
  /// When the agent's token stopped being accepted; nil while it is.
  public let revoked: Timestamp?

  /// An agent as the store has it.
  public init(name: String, added: Timestamp, revoked: Timestamp? = nil) {
    self.name = name
    self.added = added
    self.revoked = revoked
  }
}
