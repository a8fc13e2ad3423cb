/// What an agent shares an article for.
public enum ShareKind: String, Sendable, Hashable, CaseIterable {
  /// To read further.
  case reference
  /// As the answer that settles the matter.
  case resolution
}
