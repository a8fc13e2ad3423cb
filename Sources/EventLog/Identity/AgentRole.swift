/// What somebody is to the help centre; each role may do all that the one before may.
public enum AgentRole: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Answers customers: finds and shares articles, sees the figures.
  case agent
  /// Writes articles: sees comments, mistakes that were reported, and what is missing.
  case writer
  /// Runs the server: sees what could not be delivered, and has it sent again.
  case admin

  /// Everything the role may do.
  public var scopes: Set<AccessScope> {
    switch self {
    case .agent: [.articles, .shares, .reports]
    case .writer: AgentRole.agent.scopes.union([.content])
    case .admin: AgentRole.writer.scopes.union([.admin])
    }
  }

  /// Whether the first role may do less than the second.
  public static func < (first: AgentRole, second: AgentRole) -> Bool {
    first.scopes.count < second.scopes.count
  }
}
