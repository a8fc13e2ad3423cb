/// What names an article for ever, in every language.
///
/// Logs, votes, share links and `related` refer to it; addresses may change, it does not.
public struct ArticleID: Hashable, Comparable, Sendable, RawRepresentable {
  /// The text, such as `reset-password` or `account/reset-password`.
  public let rawValue: String

  /// Takes a text as it is; ``isValid`` says whether it may be an identifier.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Orders by text.
  public static func < (first: ArticleID, second: ArticleID) -> Bool {
    first.rawValue < second.rawValue
  }

  /// Whether this is letters, digits, `-`, `_`, `.` and `/`, without empty parts or `..`.
  public var isValid: Bool {
    guard !rawValue.isEmpty, rawValue.utf8.count <= 200 else { return false }
    let parts = rawValue.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part != "." && part != ".."
        && part.unicodeScalars.allSatisfy { scalar in
          scalar == "-" || scalar == "_" || scalar == "." || scalar.properties.isAlphabetic
            || scalar.properties.numericType != nil
        }
    }
  }
}

extension ArticleID: ExpressibleByStringLiteral, CustomStringConvertible {
  /// Takes a text as it is.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// The text.
  public var description: String { rawValue }
}
