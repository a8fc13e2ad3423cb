/// A language of the site, such as `fr`, `en` or `fr-CA`.
///
/// It is written as `site.yaml` has it, and is part of every address.
public struct LanguageCode: Hashable, Comparable, Sendable, RawRepresentable {
  /// The code as written.
  public let rawValue: String

  /// Takes a code as it is; ``isValid`` says whether it is one.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Orders by code.
  public static func < (first: LanguageCode, second: LanguageCode) -> Bool {
    first.rawValue < second.rawValue
  }

  /// Whether this is two or three letters, followed by subtags of two to eight letters or digits.
  public var isValid: Bool {
    let parts = rawValue.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return false }
    return parts.dropFirst().allSatisfy { part in
      (2...8).contains(part.utf8.count) && part.utf8.allSatisfy(\.isASCIIAlphanumeric)
    }
  }

  /// The language without region or script: `fr` for `fr-CA`.
  public var base: LanguageCode {
    guard let dash = rawValue.firstIndex(of: "-") else { return self }
    return LanguageCode(rawValue: String(rawValue[..<dash]))
  }
}

extension LanguageCode: ExpressibleByStringLiteral, CustomStringConvertible {
  /// Takes a code as it is.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// The code.
  public var description: String { rawValue }
}

extension UInt8 {
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  var isASCIIAlphanumeric: Bool {
    isASCIIDigit || (0x61...0x7A).contains(self | 0x20)
  }
}
