import HTTPTypes

/// Reads and writes cookies (RFC 6265).
enum Cookies {
  /// The value of the first of some names that the request brings.
  static func value(of names: [String], _ headers: HTTPFields) -> String? {
    let pairs = headers[values: .cookie].flatMap { $0.split(separator: ";") }
      .map { $0.trimmingSpaces().split(separator: "=", maxSplits: 1) }
    for name in names {
      if let pair = pairs.first(where: { $0.count == 2 && $0[0] == name }) {
        return String(pair[1])
      }
    }
    return nil
  }

  /// A `Set-Cookie` header for a cookie that scripts cannot read.
  ///
  /// - Parameters:
  ///   - name: the name.
  ///   - value: what it holds: no spaces, commas or semicolons.
  ///   - isSecure: whether it travels over TLS only.
  ///   - maxAge: how many seconds it lives; nil for as long as the browser is open.
  /// - Returns: the header.
  static func header(name: String, value: String, isSecure: Bool, maxAge: Int? = nil) -> String {
    var header = "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax"
    if isSecure { header += "; Secure" }
    if let maxAge { header += "; Max-Age=\(maxAge)" }
    return header
  }
}
