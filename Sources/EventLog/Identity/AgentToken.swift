/// What a program shows to act for an agent, as the store knows it: by its digest alone.
public struct AgentToken: Sendable, Hashable {
  /// The number that commands name it by.
  public var id: Int64
  /// The agent it acts for.
  public var agent: String
  /// What it is for, in the operator's words; may be empty.
  public var label: String
  /// What it may do, as far as the agent's role allows.
  public var scopes: Set<AccessScope>
  /// When it was made.
  public var added: Timestamp
  /// When it stops being accepted; nil for never.
  public var expires: Timestamp?
  /// When it was revoked; nil while it is not.
  public var revoked: Timestamp?
}
