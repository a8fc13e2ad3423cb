import Digest
import Foundation

/// What a request line asks for: a path, taken apart and decoded, and a query.
struct RequestTarget: Sendable, Hashable {
  /// The decoded names between the slashes.
  private(set) var segments: [String]
  /// Whether the path ends in a slash; true for the root.
  let isFolder: Bool
  /// The values of the query.
  let query: QueryItems
  /// The query as it came, without its question mark; nil if there is none.
  let rawQuery: Substring?

  /// Takes a request target apart; nil if it is malformed or leads out of its folder.
  ///
  /// Empty names, `.`, `..` and whatever decodes to a backslash or a control character are refused:
  /// nobody needs them, and every trick with paths does. A slash may be encoded, as ids hold some; names
  /// are looked up among those there are, and never opened.
  init?(_ target: String) {
    var path = Substring(target)
    // Bytes are compared: characters of several scalars cost more, and none is meant here.
    if let fragment = path.utf8.firstIndex(of: UInt8(ascii: "#")) { path = path[..<fragment] }
    if let mark = path.utf8.firstIndex(of: UInt8(ascii: "?")) {
      rawQuery = path[path.utf8.index(after: mark)...]
      path = path[..<mark]
    } else {
      rawQuery = nil
    }
    guard path.utf8.first == UInt8(ascii: "/") else { return nil }
    query = QueryItems(rawQuery ?? "")
    isFolder = path.utf8.last == UInt8(ascii: "/")
    var names = path.dropFirst()
    if isFolder && !names.isEmpty { names = names.dropLast() }
    guard !names.isEmpty else {
      // `//` is no other name of the root.
      guard path.utf8.count == 1 else { return nil }
      segments = []
      return
    }
    var segments: [String] = []
    let parts = names.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for name in parts {
      guard let decoded = PercentCoding.decoded(Substring(name)), Self.isPlain(decoded) else {
        return nil
      }
      segments.append(decoded)
    }
    self.segments = segments
  }

  /// The path without what the site's addresses begin with, if it begins so.
  ///
  /// A proxy may leave that out; then the path is as it should be.
  func below(_ basePath: String) -> RequestTarget {
    guard let base = RequestTarget(basePath), segments.starts(with: base.segments) else {
      return self
    }
    var target = self
    target.segments.removeFirst(base.segments.count)
    return target
  }

  /// The path of an address such as `https://a.example/help/`, without its last slash.
  static func path(ofAddress address: String) -> String {
    guard let scheme = address.range(of: "://"),
      let slash = address[scheme.upperBound...].firstIndex(of: "/"),
      let target = RequestTarget(String(address[slash...])), !target.segments.isEmpty
    else { return "" }
    return target.path(asFolder: false)
  }

  /// The path encoded anew, with a slash at its end or not.
  func path(asFolder: Bool) -> String {
    guard !segments.isEmpty else { return "/" }
    let path = segments.map { "/" + PercentCoding.encoded($0) }.joined()
    return asFolder ? path + "/" : path
  }

  private static func isPlain(_ name: String) -> Bool {
    guard !name.isEmpty, name != ".", name != ".." else { return false }
    return name.utf8.allSatisfy {
      $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\")
    }
  }
}
