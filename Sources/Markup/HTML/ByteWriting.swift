import CCmarkGFM

/// The digits of percent-encoding.
enum HexDigits {
  static let upper: [UInt8] = Array("0123456789ABCDEF".utf8)
}

extension [UInt8] {
  /// Appends text that is known when the program is built.
  mutating func append(_ text: StaticString) {
    unsafe append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends text as it stands.
  mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends text with `&`, `<`, `>` and `"` written as entities.
  mutating func appendEscaped(_ text: String) { appendEscaped(Array(text.utf8)[...]) }

  /// Appends bytes with `&`, `<`, `>` and `"` written as entities.
  mutating func appendEscaped(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe appendEscaped($0) }
  }

  /// Appends bytes with `&`, `<`, `>` and `"` written as entities.
  mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = unsafe bytes[index]
      if byte > 0x3E || !(byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22) {
        index += 1
        continue
      }
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      switch byte {
      case 0x26: append("&amp;" as StaticString)
      case 0x3C: append("&lt;" as StaticString)
      case 0x3E: append("&gt;" as StaticString)
      default: append("&quot;" as StaticString)
      }
      index += 1
      start = index
    }
    if start < count {
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<count]))
    }
  }

  /// Appends an address for an attribute: percent-encoded where it must be, then escaped.
  mutating func appendAddress(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x26: append("&amp;" as StaticString)
      case 0x27: append("&#x27;" as StaticString)
      case 0x21, 0x23...0x25, 0x28...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E:
        append(byte)
      default:
        append(0x25)
        append(HexDigits.upper[Int(byte >> 4)])
        append(HexDigits.upper[Int(byte & 15)])
      }
    }
  }
}

/// Bytes with HTML's character references resolved; NUL and surrogates become U+FFFD.
func decodingReferences(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  guard bytes.contains(0x26) else { return Array(bytes) }
  let source = Array(bytes)
  // A reference is never shorter than what it stands for, but for a few that give two characters.
  return unsafe [UInt8](unsafeUninitializedCapacity: source.count * 2) { buffer, count in
    guard let base = buffer.baseAddress else { return }
    unsafe count = Int(
      balise_decode_references(
        source, Int32(truncatingIfNeeded: source.count), base,
        Int32(truncatingIfNeeded: source.count * 2)))
  }
}
