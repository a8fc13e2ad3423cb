/// Why a site's search index cannot be used.
public struct IndexStoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of fault it is.
  public enum Code: Hashable, Sendable {
    /// There is no index: the site was not built, or not in this language.
    case missing
    /// A file is there but is not what its manifest says.
    case damaged
  }

  /// What kind of fault it is.
  public var code: Code
  /// One sentence with what to do next.
  public var description: String

  /// Makes an error.
  public init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}
