/// Reads numbers and strings one after the other; beyond the end everything is zero and empty.
struct ByteReader {
  let view: ByteView
  private(set) var position: Int
  let end: Int

  /// Reads a part of a view; what of it lies outside is left out.
  init(_ view: ByteView, _ range: Range<Int>) {
    self.view = view
    end = max(0, min(range.upperBound, view.count))
    position = min(max(0, range.lowerBound), end)
  }

  /// Reads a view from an offset to its end.
  init(_ view: ByteView, from offset: Int) {
    self.view = view
    end = view.count
    position = min(max(0, offset), end)
  }

  var isAtEnd: Bool { position >= end }

  @inline(__always)
  mutating func byte() -> UInt8 {
    guard position < end else { return 0 }
    defer { position += 1 }
    return view[position]
  }

  mutating func u32() -> UInt32 {
    guard position <= end - 4 else {
      position = end
      return 0
    }
    defer { position += 4 }
    return view.u32(position)
  }

  /// A number of at most 35 bits.
  @inline(__always)
  mutating func varint() -> Int {
    var value = 0
    for shift in stride(from: 0, through: 28, by: 7) {
      let next = byte()
      value |= Int(next & 0x7F) << shift
      if next < 0x80 { break }
    }
    return value
  }

  @inline(__always)
  mutating func zigzag() -> Int {
    let value = varint()
    return value >> 1 ^ -(value & 1)
  }

  /// The range of the string that follows its length.
  mutating func stringRange() -> Range<Int> {
    let length = min(varint(), end - position)
    defer { position += length }
    return position..<(position + length)
  }

  mutating func string() -> String { view.string(stringRange()) }

  /// The bytes of the string that follows its length.
  mutating func bytes() -> [UInt8] { view.array(stringRange()) }

  /// Appends the next bytes to others.
  @inline(__always)
  mutating func append(_ count: Int, to output: inout [UInt8]) {
    let next = min(end, position + count)
    view.append(position..<next, to: &output)
    position = next
  }

  mutating func skip(_ count: Int) { position = min(end, position + max(0, count)) }
}
