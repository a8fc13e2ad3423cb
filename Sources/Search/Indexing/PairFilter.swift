/// Which words stand next to each other in an article, as a Bloom filter.
///
/// Positions would take a fifth of the text. A filter of ``bitsPerPair`` bits a pair answers the
/// only question that ranking asks, and is wrong for a few in a hundred of the pairs whose two
/// words both occur in the article.
enum PairFilter {
  static let bitsPerPair = 6
  static let probes: UInt32 = 4

  /// Added to a pair's hash for pairs of the title.
  static let titleSalt: UInt32 = 0x5BD1_E995

  /// The hash of a stem.
  static func hash(_ stem: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in stem { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  /// The hash of two neighbours, in order.
  @inline(__always)
  static func pair(_ left: UInt32, _ right: UInt32) -> UInt32 {
    mix(left &* 0x9E37_79B1 &+ right)
  }

  @inline(__always)
  static func inTitle(_ pair: UInt32) -> UInt32 { mix(pair &+ titleSalt) }

  @inline(__always)
  private static func mix(_ value: UInt32) -> UInt32 {
    var hash = value
    hash ^= hash >> 16
    hash = hash &* 0x85EB_CA6B
    hash ^= hash >> 13
    hash = hash &* 0xC2B2_AE35
    return hash ^ hash >> 16
  }

  /// The bit that a probe reads in a filter of `bitCount` bits.
  @inline(__always)
  static func bit(_ pair: UInt32, probe: UInt32, bitCount: UInt32) -> UInt32 {
    let hash = pair &+ probe &* (pair &* 0x9E37_79B1 | 1)
    return UInt32(truncatingIfNeeded: (UInt64(hash) &* UInt64(bitCount)) >> 32)
  }

  /// The filter of an article's distinct pairs.
  static func make(_ pairs: [UInt32]) -> [UInt8] {
    let byteCount = (pairs.count * bitsPerPair + 7) / 8
    guard byteCount > 0 else { return [] }
    var filter = [UInt8](repeating: 0, count: byteCount)
    for pair in pairs {
      for probe in 0..<probes {
        let bit = Int(bit(pair, probe: probe, bitCount: UInt32(byteCount * 8)))
        filter[bit >> 3] |= 1 << UInt8(bit & 7)
      }
    }
    return filter
  }
}
