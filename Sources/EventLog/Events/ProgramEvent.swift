/// A program, such as a crawler, did what readers do; it is counted apart, and nothing else is kept.
public struct ProgramEvent: Sendable, Hashable {
  /// What programs are counted for.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// It asked that a view be counted.
    case view
    /// It searched.
    case search
    /// It followed a share link.
    case opening
  }

  /// What it did.
  public var kind: Kind
  /// When it happened.
  public var time: Timestamp

  /// An act of a program, now unless told otherwise.
  public init(_ kind: Kind, time: Timestamp = .now) {
    self.kind = kind
    self.time = time
  }
}
