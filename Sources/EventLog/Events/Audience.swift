/// Who did something, as far as numbers tell people apart.
public enum Audience: String, Sendable, Hashable, CaseIterable {
  /// Someone who looks for help.
  case reader
  /// One of the operator's own agents.
  case agent
}
