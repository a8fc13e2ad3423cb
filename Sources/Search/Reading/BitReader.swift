/// Reads bits, lowest first; beyond the end they are zero.
struct BitReader {
  private let view: ByteView
  private var position: Int

  init(_ view: ByteView, byteOffset: Int) {
    self.view = view
    position = byteOffset * 8
  }

  /// At least 57 bits from the current one on.
  @inline(__always)
  func peek() -> UInt64 { view.u64(position >> 3) >> UInt64(position & 7) }

  @inline(__always)
  mutating func skip(_ count: Int) { position &+= count }

  /// Reads up to 32 bits.
  @inline(__always)
  mutating func read(_ count: UInt64) -> UInt64 {
    let value = peek() & (1 &<< count &- 1)
    position &+= Int(count)
    return value
  }

  /// Counts zeros up to the next one; more than 56 when there is none near.
  @inline(__always)
  mutating func unary() -> UInt64 {
    let zeros = peek().trailingZeroBitCount
    position &+= zeros &+ 1
    return UInt64(zeros)
  }

  @inline(__always)
  mutating func gamma() -> UInt64 {
    let width = min(unary(), 32)
    return (1 &<< width | read(width)) &- 1
  }
}
