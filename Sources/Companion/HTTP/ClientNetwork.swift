import Foundation
import NIOCore

/// Which network a request comes from, to tell visitors apart for a moment: the address in version 4
/// of the protocol, its first half in version 6, where one household has all of the second.
enum ClientNetwork {
  /// The bytes of the network.
  ///
  /// - Parameters:
  ///   - peer: who made the connection; nil if that is not known.
  ///   - forwarded: the header `X-Forwarded-For`, which counts only from a trusted proxy: only its
  ///     last address, which that proxy wrote itself.
  ///   - proxies: whose word counts.
  /// - Returns: 4 or 8 bytes; nil if the address is not known.
  static func bytes(
    peer: SocketAddress?, forwarded: String?, proxies: TrustedProxies
  ) -> [UInt8]? {
    let own = (peer?.ipAddress).flatMap { address($0) }
    guard proxies.contains(peer) else { return own.map(network) }
    let last = forwarded?.split(separator: ",").last.flatMap { address($0.trimmingSpaces()) }
    return (last ?? own).map(network)
  }

  /// Whether a connection comes from this machine or from a private network.
  static func isOperators(_ peer: SocketAddress?) -> Bool {
    peer?.ipAddress.flatMap { address($0) }.map(isNearby) == true
  }

  /// The address of a header's entry, which may have a port: `[2001:db8::1]:443`, `192.0.2.1:443`.
  private static func address(_ entry: Substring) -> [UInt8]? {
    var text = entry
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      text = text[text.index(after: text.startIndex)..<end]
    } else if text.contains("."), let colon = text.firstIndex(of: ":"),
      text.lastIndex(of: ":") == colon
    {
      text = text[..<colon]
    }
    return address(String(text))
  }

  /// The 4 or 16 bytes of an address; one of version 4 inside version 6 is what it stands for.
  static func address(_ text: String) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 4)
    if inet_pton(AF_INET, text, &bytes) == 1 { return bytes }
    bytes = [UInt8](repeating: 0, count: 16)
    guard inet_pton(AF_INET6, text, &bytes) == 1 else { return nil }
    let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 255 && bytes[11] == 255
    return isMapped ? Array(bytes.suffix(4)) : bytes
  }

  private static func network(_ address: [UInt8]) -> [UInt8] { Array(address.prefix(8)) }

  /// Whether an address is this machine's or one of a private network, where proxies are.
  private static func isNearby(_ address: [UInt8]) -> Bool {
    guard address.count == 4 else {
      let isLoopback = address.dropLast().allSatisfy { $0 == 0 } && address.last == 1
      // fc00::/7 and fe80::/10
      return isLoopback || address[0] & 0xFE == 0xFC || (address[0] == 0xFE && address[1] >> 6 == 2)
    }
    return address[0] == 127 || address[0] == 10 || (address[0] == 192 && address[1] == 168)
      || (address[0] == 172 && address[1] >> 4 == 1)
  }
}
