/// An address of a link, taken apart.
struct LinkPath: Sendable {
  /// What kind of address it is.
  enum Kind: Sendable {
    /// Nothing but a fragment.
    case fragment
    /// A path from the site's base address.
    case site
    /// A path from the file's folder.
    case relative
    /// `http`, `https` or another site without scheme.
    case web
    /// Any other scheme: `mailto`, `tel`, `data`.
    case other
  }

  /// What kind of address it is.
  let kind: Kind
  /// The path with its escapes resolved, without query and fragment.
  let path: String
  /// The query with its question mark; empty when there is none.
  let query: String
  /// What follows `#`, with its escapes resolved; nil without `#`.
  let fragment: String?

  /// Takes an address apart.
  ///
  /// - Parameters:
  ///   - destination: the address as written.
  ///   - baseURL: the site's address: what begins with it is a path of the site.
  init(_ destination: String, baseURL: String) {
    var rest = Substring(destination)
    if baseURL.utf8.count > 1, rest.hasPrefix(baseURL) {
      rest = rest.dropFirst(baseURL.count - 1)
    }
    let hash = rest.firstIndex(of: "#")
    fragment = hash.map { index in
      let text = String(rest[rest.index(after: index)...])
      return PercentCoding.decoded(text) ?? text
    }
    if let hash { rest = rest[..<hash] }
    let question = rest.firstIndex(of: "?")
    query = question.map { String(rest[$0...]) } ?? ""
    if let question { rest = rest[..<question] }
    let raw = String(rest)
    path = PercentCoding.decoded(raw) ?? raw
    if raw.isEmpty, query.isEmpty {
      kind = .fragment
    } else if raw.hasPrefix("//") {
      kind = .web
    } else if let scheme = Self.scheme(raw) {
      kind = scheme == "http" || scheme == "https" ? .web : .other
    } else {
      kind = raw.hasPrefix("/") ? .site : .relative
    }
  }

  private static func scheme(_ text: String) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let scheme = text[..<colon]
    guard let first = scheme.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A,
      scheme.utf8.allSatisfy({ $0.isASCIIAlphanumeric || [0x2B, 0x2D, 0x2E].contains($0) })
    else { return nil }
    return scheme.lowercased()
  }

  /// The path from the content folder that a path leads to from the folder of a file there; nil
  /// when it leads out.
  static func resolve(_ path: String, from file: String) -> String? {
    var parts = path.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": break
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The path from the folder of a file to another file, as a link writes it.
  static func relative(_ target: String, from file: String) -> String {
    var from = file.split(separator: "/").dropLast()[...]
    var to = target.split(separator: "/")[...]
    while let first = from.first, to.count > 1, first == to.first {
      from = from.dropFirst()
      to = to.dropFirst()
    }
    return String(repeating: "../", count: from.count) + to.joined(separator: "/")
  }
}
