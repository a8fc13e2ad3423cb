/// What a token opens.
public struct TokenAccess: Sendable, Hashable {
  /// The agent it acts for.
  public var agent: Agent
  /// What it may do; never more than the agent's role.
  public var scopes: Set<AccessScope>
}
