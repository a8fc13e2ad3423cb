import EventLog

/// Who makes a request, and what they may do by it.
struct Principal: Sendable, Hashable {
  /// How they proved who they are.
  enum Proof: Sendable, Hashable {
    /// A program shows a token.
    case token
    /// A browser shows the cookie of a session.
    case session(SessionCookie)
  }

  /// The agent, or whom the program acts for.
  let agent: Agent
  /// What may be done; never more than the agent's role allows.
  let scopes: Set<AccessScope>
  let proof: Proof

  /// The agent's name.
  var name: String { agent.name }
  /// The agent's role.
  var role: AgentRole { agent.role }

  /// The session, if a browser makes the request.
  var session: SessionCookie? {
    guard case .session(let cookie) = proof else { return nil }
    return cookie
  }
}
