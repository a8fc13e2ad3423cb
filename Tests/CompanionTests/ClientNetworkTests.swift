import NIOCore
import Testing

@testable import Companion

@Suite struct ClientNetworkTests {
  private func network(
    _ peer: String?, _ forwarded: String? = nil, proxies: [String] = []
  ) throws -> [UInt8]? {
    ClientNetwork.bytes(
      peer: try peer.map { try SocketAddress(ipAddress: $0, port: 1) }, forwarded: forwarded,
      proxies: try #require(TrustedProxies(addresses: proxies)))
  }

  @Test func `an address is the connection's, in version 6 its first half`() throws {
    #expect(try network("203.0.113.7") == [203, 0, 113, 7])
    #expect(try network("2001:db8:1:2:3:4:5:6") == [0x20, 1, 0xD, 0xB8, 0, 1, 0, 2])
    #expect(try network("::ffff:203.0.113.7") == [203, 0, 113, 7])
  }

  @Test(arguments: ["127.0.0.1", "::1", "10.0.0.3", "172.17.0.1", "192.168.1.1", "fd00::1"])
  func `a proxy that is named says who is behind it, with the last address alone`(
    proxy: String
  ) throws {
    func behind(_ forwarded: String) throws -> [UInt8]? {
      try network(proxy, forwarded, proxies: ["192.0.2.1", proxy])
    }
    #expect(try behind("198.51.100.1, 203.0.113.7") == [203, 0, 113, 7])
    #expect(try behind("203.0.113.7:4711") == [203, 0, 113, 7])
    #expect(try behind("[2001:db8::1]:443") == [0x20, 1, 0xD, 0xB8, 0, 0, 0, 0])
    #expect(try behind("unknown") == network(proxy))
  }

  @Test func `what is no address names no proxy`() {
    #expect(TrustedProxies(addresses: ["localhost"]) == nil)
    #expect(TrustedProxies(addresses: ["::1"], userHeader: "a b") == nil)
  }

  @Test(arguments: ["203.0.113.7", "127.0.0.1", "10.0.0.3", "::1", "2001:db8::1"])
  func `nobody else can say to be another`(peer: String) throws {
    #expect(try network(peer, "198.51.100.1") == network(peer))
    #expect(try network(peer, "198.51.100.1", proxies: ["192.0.2.1"]) == network(peer))
  }
}
