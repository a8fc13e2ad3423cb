/// The addresses of a `srcset` attribute.
struct SourceSet {
  /// An address with its width or density, such as `2x`.
  struct Candidate {
    /// Where the address stands.
    var address: Range<Int>
    var descriptor: String
  }

  /// In order.
  private(set) var candidates: [Candidate] = []

  /// Reads a value; ranges are the slice's indices.
  init(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      while index < bytes.endIndex, bytes[index] <= 0x20 || bytes[index] == 0x2C { index += 1 }
      let start = index
      while index < bytes.endIndex, bytes[index] > 0x20 { index += 1 }
      guard start < index else { break }
      var end = index
      var descriptor = ""
      if bytes[end - 1] == 0x2C {
        while end > start, bytes[end - 1] == 0x2C { end -= 1 }
      } else {
        let begin = index
        while index < bytes.endIndex, bytes[index] != 0x2C { index += 1 }
        descriptor = Self.descriptor(bytes[begin..<index])
      }
      candidates.append(Candidate(address: start..<end, descriptor: descriptor))
    }
  }

  /// Digits, a point and a unit; empty for anything else.
  private static func descriptor(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isPlain = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || $0 == 0x2E || (0x61...0x7A).contains($0) || $0 == 0x20
    }
    return isPlain ? text : ""
  }
}
