/// How long whoever receives a file may keep it.
enum CachePolicy: Sendable, Hashable {
  /// For ever: the file's name changes with its bytes.
  case immutable
  /// As long as they ask each time whether it is still the same.
  case revalidated

  /// The policy for a path of the site, without its first slash.
  ///
  /// `assets/theme.3f2a9c01d4.css` and `search/fr/words-2.3f2a9c01d4.idx` may be kept: their names hold ten
  /// hexadecimal digits.
  init(path: String) {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let isHashed = parts.dropFirst().dropLast().contains(where: Self.isHash)
    let isInFolder =
      path.hasPrefix("assets/") || path.hasPrefix("search/") || path.contains("/assets/")
    self = isHashed && isInFolder ? .immutable : .revalidated
  }

  /// The value of `Cache-Control`.
  var header: String {
    switch self {
    case .immutable: "public, max-age=31536000, immutable"
    case .revalidated: "no-cache"
    }
  }

  private static func isHash(_ text: Substring) -> Bool {
    guard (8...64).contains(text.utf8.count) else { return false }
    return text.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
      default: false
      }
    }
  }
}
