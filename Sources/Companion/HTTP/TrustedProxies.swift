import HTTPTypes
import HummingbirdCore
import NIOCore

/// The proxies whose word counts, by their addresses, and the header by which one names an agent.
///
/// Nobody is believed unless the operator says so: whoever can reach the server can write any header.
struct TrustedProxies: Sendable {
  private let addresses: Set<[UInt8]>
  /// The header in which a proxy that signs agents in writes their names; nil for none.
  let userHeader: HTTPField.Name?

  /// No proxy at all.
  init() {
    addresses = []
    userHeader = nil
  }

  /// The proxies of these addresses; nil if one is no address, or the header has no name.
  init?(addresses: [String], userHeader: String? = nil) {
    let bytes = addresses.compactMap { ClientNetwork.address($0) }
    guard bytes.count == addresses.count else { return nil }
    self.addresses = Set(bytes)
    self.userHeader = userHeader.flatMap { HTTPField.Name($0) }
    guard userHeader == nil || self.userHeader != nil else { return nil }
  }

  /// Whether a connection comes from one of them; one of unknown origin does not.
  func contains(_ peer: SocketAddress?) -> Bool {
    peer?.ipAddress.flatMap { ClientNetwork.address($0) }.map(addresses.contains) == true
  }

  /// The name of the agent whom a proxy has signed in; nil if none has.
  func user(_ call: Call) -> String? {
    guard let userHeader, contains(call.peer) else { return nil }
    return call.request.headers[userHeader].flatMap { $0.isEmpty ? nil : $0 }
  }
}
