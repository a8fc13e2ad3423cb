/// What would mend a problem.
public struct FixIt: Hashable, Sendable {
  /// What to do, as a short clause: `replace 'refunds' with 'refund'`.
  public var advice: String
  /// The text to put in place of the diagnostic's range, where that alone mends it.
  public var replacement: String?

  /// Makes a fix-it; `replacement` is nil where a person has to choose.
  public init(_ advice: String, replacement: String? = nil) {
    self.advice = advice
    self.replacement = replacement
  }
}
