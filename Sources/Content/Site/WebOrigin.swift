/// An origin as browsers send it (RFC 6454): scheme, host and port, or `*` for any.
public struct WebOrigin: Hashable, Sendable, CustomStringConvertible {
  /// The origin in lower case and without a slash at its end.
  public let description: String

  /// Any origin.
  public static let any = WebOrigin(checked: "*")

  /// Reads `https://app.example.com`, `http://localhost:3000` or `*`; nil for anything else.
  public init?(_ text: String) {
    var lower = text.lowercased()
    if lower.hasSuffix("/") { lower.removeLast() }
    if lower == "*" {
      self = .any
      return
    }
    guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return nil }
    let parts = lower.dropFirst(scheme.utf8.count).split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let isHost = parts[0].utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x2E }
    guard !parts[0].isEmpty, isHost else { return nil }
    if parts.count == 2 {
      guard let port = UInt16(parts[1]), port > 0, String(port) == parts[1] else { return nil }
    }
    self.init(checked: lower)
  }

  private init(checked text: String) { description = text }
}
