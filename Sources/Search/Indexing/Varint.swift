/// Reads the varints of ``ByteWriter`` from bytes that are trusted.
enum Varint {
  @inline(__always)
  static func read(_ bytes: Span<UInt8>, _ index: inout Int) -> Int {
    var value = 0
    var shift = 0
    while true {
      let byte = bytes[index]
      index += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }
}
