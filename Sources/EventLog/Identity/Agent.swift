/// Someone who may use the agents' part of the server.
public struct Agent: Sendable, Hashable {
  /// The name the agent is known by; unique among those not revoked.
  public let name: String
  /// What the agent may do at most.
  public let role: AgentRole
  /// When the agent was added.
  public let added: Timestamp
  /// When the agent was no longer let in; nil while it is.
  public let revoked: Timestamp?
  /// Whether the agent has chosen a pass-phrase.
  public let hasPassphrase: Bool

  /// An agent as the store has it.
  public init(
    name: String, role: AgentRole = .agent, added: Timestamp, revoked: Timestamp? = nil,
    hasPassphrase: Bool = false
  ) {
    self.name = name
    self.role = role
    self.added = added
    self.revoked = revoked
    self.hasPassphrase = hasPassphrase
  }
}
