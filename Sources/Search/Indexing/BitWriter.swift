/// Appends bits, lowest first, to bytes.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingCount: UInt64 = 0

  /// Appends the lowest `count` bits of `value`; at most 32 at once.
  @inline(__always)
  mutating func append(_ value: UInt64, bits count: UInt64) {
    pending |= (value & (1 << count - 1)) << pendingCount
    pendingCount += count
    while pendingCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingCount -= 8
    }
  }

  /// Appends `value` zeros and a one; at most 40.
  @inline(__always)
  mutating func append(unary value: UInt64) {
    var zeros = value
    while zeros > 24 {
      append(0, bits: 24)
      zeros -= 24
    }
    append(1 << zeros, bits: zeros + 1)
  }

  /// Appends a number from 0: its length in unary, then its bits below the highest.
  @inline(__always)
  mutating func append(gamma value: UInt64) {
    let shifted = value + 1
    let width = UInt64(63 - shifted.leadingZeroBitCount)
    append(unary: width)
    append(shifted, bits: width)
  }

  /// Fills the last byte with zeros.
  mutating func finish() {
    if pendingCount > 0 { append(0, bits: 8 - pendingCount) }
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    pending = 0
    pendingCount = 0
  }
}
