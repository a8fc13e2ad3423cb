import NIOCore
import Testing

@testable import Companion

@Suite struct ClientNetworkTests {
  private func network(_ peer: String?, _ forwarded: String? = nil) throws -> [UInt8]? {
    ClientNetwork.bytes(
      peer: try peer.map { try SocketAddress(ipAddress: $0, port: 1) }, forwarded: forwarded)
  }

  @Test func `an address is the connection's, in version 6 its first half`() throws {
    #expect(try network("203.0.113.7") == [203, 0, 113, 7])
    #expect(try network("2001:db8:1:2:3:4:5:6") == [0x20, 1, 0xD, 0xB8, 0, 1, 0, 2])
    #expect(try network("::ffff:203.0.113.7") == [203, 0, 113, 7])
  }

  @Test(arguments: ["127.0.0.1", "::1", "10.0.0.3", "172.17.0.1", "192.168.1.1", "fd00::1"])
  func `a proxy nearby says who is behind it, with the last address alone`(proxy: String) throws {
    #expect(try network(proxy, "198.51.100.1, 203.0.113.7") == [203, 0, 113, 7])
    #expect(try network(proxy, "203.0.113.7:4711") == [203, 0, 113, 7])
    #expect(try network(proxy, "[2001:db8::1]:443") == [0x20, 1, 0xD, 0xB8, 0, 0, 0, 0])
    #expect(try network(proxy, "unknown") == network(proxy))
  }

  @Test(arguments: ["203.0.113.7", "172.32.0.1", "2001:db8::1"])
  func `nobody else can say to be another`(peer: String) throws {
    #expect(try network(peer, "198.51.100.1") == network(peer))
  }
}
