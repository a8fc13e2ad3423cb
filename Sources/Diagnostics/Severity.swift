/// How much a problem matters.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  /// The site is built; the writer should know.
  case warning
  /// Nothing is written until this is mended.
  case error

  /// A warning is less than an error.
  public static func < (first: Severity, second: Severity) -> Bool {
    first == .warning && second == .error
  }
}
