/// UTF-8 read and written scalar by scalar, without ever failing.
enum UTF8Coding {
  /// What stands for bytes that are not UTF-8; the scanner takes it for a separator.
  static let invalid: UInt32 = 0xFFFD

  /// Reads the scalar that begins at `index`; bytes that are not UTF-8 come back one by one as
  /// ``invalid``.
  @inline(__always)
  static func decode(_ bytes: Span<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let left = bytes.count - index
    if first < 0xE0 {
      guard first >= 0xC2, left > 1, let a = continuation(bytes[index + 1]) else {
        return (invalid, 1)
      }
      return ((first & 0x1F) << 6 | a, 2)
    }
    if first < 0xF0 {
      guard left > 2, let a = continuation(bytes[index + 1]),
        let b = continuation(bytes[index + 2])
      else { return (invalid, 1) }
      let scalar = (first & 0x0F) << 12 | a << 6 | b
      guard scalar >= 0x800, !(0xD800..<0xE000).contains(scalar) else { return (invalid, 1) }
      return (scalar, 3)
    }
    guard first < 0xF5, left > 3, let a = continuation(bytes[index + 1]),
      let b = continuation(bytes[index + 2]), let c = continuation(bytes[index + 3])
    else { return (invalid, 1) }
    let scalar = (first & 0x07) << 18 | a << 12 | b << 6 | c
    guard scalar >= 0x10000, scalar < 0x110000 else { return (invalid, 1) }
    return (scalar, 4)
  }

  static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
      output.append(UInt8(scalar))
    case 0x80..<0x800:
      output.append(UInt8(0xC0 | scalar >> 6))
      output.append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      output.append(UInt8(0xE0 | scalar >> 12))
      output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      output.append(UInt8(0x80 | scalar & 0x3F))
    default:
      output.append(UInt8(0xF0 | scalar >> 18 & 0x07))
      output.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      output.append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  @inline(__always)
  private static func continuation(_ byte: UInt8) -> UInt32? {
    byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
  }
}
