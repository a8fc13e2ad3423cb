public import BuiltSite
public import Diagnostics

/// How a build went.
public struct BuildOutcome: Sendable {
  /// Everything that is wrong with the content, sorted; errors mean that nothing was written.
  public var diagnostics: [Diagnostic]
  /// What the site now is; nil when nothing was written.
  public var report: BuildReport?
  /// How many files were written because their bytes are new.
  public var written = 0
  /// How many files had the same bytes already.
  public var unchanged = 0
  /// How many files of an earlier build were removed.
  public var removed = 0
  /// Whether the inputs were those of the last build, so that nothing had to be read again.
  public var wasUpToDate = false
  /// How long each stage took, in order.
  public var stages: [(stage: BuildStage, duration: Duration)] = []
}

/// What a build does, in order.
public enum BuildStage: String, Sendable, CaseIterable {
  /// Reading and parsing articles.
  case read
  /// Pairing, inheriting and checking.
  case check
  /// Making the search indexes.
  case index
  /// Rendering and writing pages.
  case write
}
