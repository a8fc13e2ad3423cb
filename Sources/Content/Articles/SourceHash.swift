/// A hash of what a translation is made from: title, description and text.
///
/// FNV-1a with 64 bits. The kind of line endings and blanks at the end of lines or of the text do
/// not count, so that an editor's habits make no translation stale.
public struct SourceHash: Hashable, Sendable, CustomStringConvertible {
  private let value: UInt64

  /// Hashes an original.
  ///
  /// - Parameters:
  ///   - title: its title.
  ///   - description: its description; may be empty.
  ///   - bytes: the whole file.
  ///   - bodyOffset: where the Markdown begins.
  public init(title: String, description: String, bytes: [UInt8], bodyOffset: Int) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3 }
    for part in [title, description] {
      for byte in part.utf8 { add(byte) }
      add(0)
    }
    bytes.withUnsafeBufferPointer { buffer in
      var index = min(max(0, bodyOffset), buffer.count)
      var pendingLines = 0
      var pendingBlanks = index..<index
      while index < buffer.count {
        let byte = buffer[index]
        switch byte {
        case 0x0A, 0x0D:
          if byte == 0x0D, index + 1 < buffer.count, buffer[index + 1] == 0x0A { index += 1 }
          pendingLines += 1
          pendingBlanks = (index + 1)..<(index + 1)
        case 0x20, 0x09:
          pendingBlanks = pendingBlanks.lowerBound..<(index + 1)
        default:
          for _ in 0..<pendingLines { add(0x0A) }
          for blank in pendingBlanks { add(buffer[blank]) }
          pendingLines = 0
          add(byte)
          pendingBlanks = (index + 1)..<(index + 1)
        }
        index += 1
      }
    }
    value = hash
  }

  /// Sixteen hexadecimal digits in lower case.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
