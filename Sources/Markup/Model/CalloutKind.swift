/// The kinds of callout that `> [!NOTE]` and its like make.
public enum CalloutKind: String, Hashable, Sendable, CaseIterable {
  /// Worth knowing.
  case note
  /// Makes things easier.
  case tip
  /// Needed to succeed.
  case important
  /// Asks for care.
  case warning
  /// May do harm.
  case caution
}
