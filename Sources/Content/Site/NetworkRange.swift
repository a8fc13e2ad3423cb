/// A range of addresses, as `desk.networks` has them: `10.0.0.0/8`, `2001:db8::/48` or `192.0.2.7`.
public struct NetworkRange: Sendable, Hashable {
  private let address: [UInt8]
  /// How many bits of it count.
  private let bits: Int

  /// Reads a range; nil for anything else.
  ///
  /// Of an address in version 6 the first half is known, so there is no range of fewer.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    let isVersion6 = parts[0].contains(":")
    guard let address = isVersion6 ? Self.version6(parts[0]) : Self.version4(parts[0]) else {
      return nil
    }
    self.address = address
    guard parts.count == 2 else {
      bits = 32
      if isVersion6 { return nil }
      return
    }
    guard let bits = Int(parts[1]), String(bits) == parts[1],
      (0...(isVersion6 ? 64 : 32)).contains(bits)
    else { return nil }
    self.bits = bits
  }

  /// Whether a network is in the range: four bytes, or the eight or more of version 6.
  public func contains(_ network: [UInt8]) -> Bool {
    guard (network.count == 4) == (address.count == 4), network.count * 8 >= bits else {
      return false
    }
    for bit in 0..<bits {
      let mask = UInt8(0x80) >> UInt8(bit % 8)
      guard address[bit / 8] & mask == network[bit / 8] & mask else { return false }
    }
    return true
  }

  private static func version4(_ text: Substring) -> [UInt8]? {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
      .map { number in UInt8(number).flatMap { String($0) == number ? $0 : nil } }
    return numbers.count == 4 && !numbers.contains(nil) ? numbers.compactMap { $0 } : nil
  }

  /// Groups of up to four hexadecimal digits, eight in all or fewer around one `::`.
  private static func version6(_ text: Substring) -> [UInt8]? {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false).map { half in
      half.isEmpty ? [] : half.split(separator: ":", omittingEmptySubsequences: false)
    }
    let groups = halves.map { $0.compactMap(group) }
    let count = halves.map(\.count).reduce(0, +)
    guard halves.count <= 2, groups.map(\.count) == halves.map(\.count),
      halves.count == 1 ? count == 8 : count < 8
    else { return nil }
    let zeros = [UInt16](repeating: 0, count: 8 - count)
    return (groups[0] + zeros + groups.dropFirst().joined())
      .flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }

  private static func group(_ text: Substring) -> UInt16? {
    guard (1...4).contains(text.utf8.count), text.allSatisfy(\.isHexDigit) else { return nil }
    return UInt16(text, radix: 16)
  }
}
