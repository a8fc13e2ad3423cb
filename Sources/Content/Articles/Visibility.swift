/// Who may read an article.
public enum Visibility: String, Sendable, CaseIterable {
  /// Anyone.
  case `public`
  /// The people who answer customers; nothing of the public site mentions it.
  case agents
}
