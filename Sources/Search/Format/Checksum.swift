/// The 32-bit xxHash of bytes: fast enough to check an index when it is opened, and made of
/// multiplications that JavaScript has too.
///
/// The algorithm is specified at <https://github.com/Cyan4973/xxHash>.
enum Checksum {
  private static let prime1: UInt32 = 0x9E37_79B1
  private static let prime2: UInt32 = 0x85EB_CA77
  private static let prime3: UInt32 = 0xC2B2_AE3D
  private static let prime4: UInt32 = 0x27D4_EB2F
  private static let prime5: UInt32 = 0x1656_67B1

  static func hash(_ bytes: Span<UInt8>) -> UInt32 {
    let count = bytes.count
    var index = 0
    var hash: UInt32
    if count >= 16 {
      var lane1 = prime1 &+ prime2
      var lane2 = prime2
      var lane3: UInt32 = 0
      var lane4 = 0 &- prime1
      while index + 16 <= count {
        lane1 = round(lane1, word(bytes, index))
        lane2 = round(lane2, word(bytes, index + 4))
        lane3 = round(lane3, word(bytes, index + 8))
        lane4 = round(lane4, word(bytes, index + 12))
        index += 16
      }
      hash = rotate(lane1, 1) &+ rotate(lane2, 7) &+ rotate(lane3, 12) &+ rotate(lane4, 18)
    } else {
      hash = prime5
    }
    hash = hash &+ UInt32(truncatingIfNeeded: count)
    while index + 4 <= count {
      hash = rotate(hash &+ word(bytes, index) &* prime3, 17) &* prime4
      index += 4
    }
    while index < count {
      hash = rotate(hash &+ UInt32(bytes[index]) &* prime5, 11) &* prime1
      index += 1
    }
    hash = (hash ^ hash >> 15) &* prime2
    hash = (hash ^ hash >> 13) &* prime3
    return hash ^ hash >> 16
  }

  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, _ index: Int) -> UInt32 {
    unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt32.self).littleEndian
  }

  @inline(__always)
  private static func round(_ lane: UInt32, _ word: UInt32) -> UInt32 {
    rotate(lane &+ word &* prime2, 13) &* prime1
  }

  @inline(__always)
  private static func rotate(_ value: UInt32, _ count: UInt32) -> UInt32 {
    value << count | value >> (32 - count)
  }
}
