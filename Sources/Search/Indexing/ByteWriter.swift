/// Appends little-endian integers, varints and strings to a growing file.
struct ByteWriter: Sendable {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  mutating func append(_ slice: some Sequence<UInt8>) { bytes.append(contentsOf: slice) }

  mutating func append(u16 value: UInt16) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
  }

  mutating func append(u32 value: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift)))
    }
  }

  mutating func append(f32 value: Float) { append(u32: value.bitPattern) }

  /// Seven bits a byte, lowest first, the eighth says that more follow.
  @inline(__always)
  mutating func append(varint value: Int) {
    var rest = UInt(bitPattern: value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A varint of 2n for n, of -2n-1 for a negative n.
  mutating func append(zigzag value: Int) { append(varint: value << 1 ^ value >> 63) }

  /// The length, then the bytes.
  mutating func append(string: some Collection<UInt8>) {
    append(varint: string.count)
    bytes.append(contentsOf: string)
  }

  mutating func pad(to alignment: Int) {
    while bytes.count % alignment != 0 { bytes.append(0) }
  }
}
