/// An address that secrets may travel to: `https:`, or `http:` on this very machine.
public struct SecureAddress: Hashable, Sendable, CustomStringConvertible {
  /// The address as it was written.
  public let description: String

  /// Reads an address; nil for one that others could listen to, and for what is no address.
  public init?(_ text: String) {
    let forbidden: [UInt8] = Array("\"<>\\#@".utf8)
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !forbidden.contains($0) }) else {
      return nil
    }
    let lower = text.lowercased()
    let isPrivate = lower.hasPrefix("https://")
    guard isPrivate || lower.hasPrefix("http://") else { return nil }
    let authority = lower.dropFirst(isPrivate ? 8 : 7).prefix { $0 != "/" && $0 != "?" }
    let host =
      authority.hasPrefix("[")
      ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
    guard !host.isEmpty, authority.hasPrefix(host) else { return nil }
    let rest = authority.dropFirst(host.utf8.count)
    guard rest.isEmpty || (rest.first == ":" && UInt16(rest.dropFirst()) != nil) else { return nil }
    guard isPrivate || ["localhost", "127.0.0.1", "[::1]"].contains(String(host)) else {
      return nil
    }
    description = text
  }

  /// The host with its port.
  public var host: String {
    String(description.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" && $0 != "?" })
  }
}
