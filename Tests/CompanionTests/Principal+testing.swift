import EventLog

@testable import Companion

extension Principal {
  /// A program that acts for an agent.
  static func testing(_ name: String, _ role: AgentRole = .agent) -> Principal {
    Principal(
      agent: Agent(name: name, role: role, added: .now), scopes: role.scopes, proof: .token)
  }
}
