import Foundation

/// Keeps of a referrer only what reports need.
enum ReferrerHost {
  /// The host of an address, in lower case and without its port; nil if it has none.
  ///
  /// `https://www.example.com:8443/path?token=x` gives `www.example.com`.
  static func host(_ address: String) -> String? {
    guard let scheme = address.range(of: "://") else { return nil }
    var host = address[scheme.upperBound...].prefix { !"/?#\\".contains($0) }
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    if !host.hasPrefix("["), let colon = host.lastIndex(of: ":") { host = host[..<colon] }
    let isPlain = host.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "-._[]:".unicodeScalars.contains(scalar)
    }
    guard !host.isEmpty, host.utf8.count <= 253, isPlain else { return nil }
    return host.lowercased()
  }
}
