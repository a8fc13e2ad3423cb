/// The shape of UTF-8, for bytes that may be anything.
enum UTF8Sequence {
  /// How many bytes the character at `index` takes; 0 for NUL and for what is not UTF-8.
  ///
  /// Surrogates, overlong forms and what lies beyond U+10FFFF are not UTF-8.
  static func length(at index: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Int {
    let first = unsafe buffer[index]
    if first < 0x80 { return first == 0 ? 0 : 1 }
    let length: Int
    let second: ClosedRange<UInt8>
    switch first {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard index + length <= buffer.count, second.contains(unsafe buffer[index + 1]) else {
      return 0
    }
    var next = index + 2
    while next < index + length {
      guard unsafe buffer[next] & 0xC0 == 0x80 else { return 0 }
      next += 1
    }
    return length
  }
}
