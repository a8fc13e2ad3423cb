/// Old addresses, as articles give them.
enum AliasPath {
  /// The path with a slash at its end unless its last part has an ending; nil for what is no path
  /// from the site's base address.
  static func normalized(_ text: String) -> String? {
    guard text.hasPrefix("/"), !text.hasPrefix("//"),
      let path = PercentCoding.decoded(text), path.utf8.count <= 1_000,
      path.unicodeScalars.allSatisfy({
        !forbidden.contains($0) && $0.value > 0x20 && $0 != "\u{7F}"
      })
    else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard !parts.isEmpty, !parts.contains("."), !parts.contains("..") else { return nil }
    guard parts.allSatisfy({ $0.utf8.count <= 255 }) else { return nil }
    let joined = "/" + parts.joined(separator: "/")
    let isFile = parts.last?.contains(".") ?? false
    return isFile && !path.hasSuffix("/") ? joined : joined + "/"
  }

  /// A path for a text that is none.
  static func suggestion(for text: String) -> String {
    var rest = Substring(text)
    if let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...].drop { $0 != "/" }
    }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    let parts = rest.split(separator: "/").filter { $0 != "." && $0 != ".." }
    return "/" + parts.map { Slug.make(from: String($0)) + "/" }.joined()
  }

  private static let forbidden: Set<Unicode.Scalar> = ["?", "#", "\\", "\"", "<", ">", "*"]
}
