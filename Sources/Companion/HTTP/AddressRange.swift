/// A range of addresses: `10.0.0.0/8`, `2001:db8::/48`, or a single `192.0.2.7`.
struct AddressRange: Sendable, Hashable {
  private let address: [UInt8]
  /// How many bits of it count.
  private let bits: Int

  /// Reads a range; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let address = ClientNetwork.address(String(parts[0]))
    else { return nil }
    let most = address.count * 8
    let bits = parts.count == 1 ? most : Int(parts[1]) ?? -1
    guard (0...most).contains(bits) else { return nil }
    self.address = address
    self.bits = bits
  }

  /// Whether a network is in the range; of an address in version 6, its first half is known.
  func contains(_ network: [UInt8]) -> Bool {
    let known = network.count == 4 ? 4 : 8
    guard (network.count == 4) == (address.count == 4), network.count >= known else { return false }
    for bit in 0..<min(bits, known * 8) {
      let mask = UInt8(0x80) >> UInt8(bit % 8)
      guard address[bit / 8] & mask == network[bit / 8] & mask else { return false }
    }
    return true
  }
}
