/// A set of document numbers, in the index as a bitmap or as gaps, whichever is shorter.
///
/// The first byte says which: 1 for a bitmap of one bit a document, lowest first; 0 for the gaps
/// between the numbers as varints.
enum DocumentSet {
  static func encoded(_ documents: [Int], documents count: Int) -> [UInt8] {
    var gaps = ByteWriter()
    gaps.append(byte: 0)
    var previous = -1
    for document in documents {
      gaps.append(varint: document - previous - 1)
      previous = document
    }
    guard gaps.count > 1 + (count + 7) / 8 else { return gaps.bytes }
    var bitmap = [UInt8](repeating: 0, count: 1 + (count + 7) / 8)
    bitmap[0] = 1
    for document in documents { bitmap[1 + document >> 3] |= 1 << UInt8(document & 7) }
    return bitmap
  }

  /// Visits the documents in order.
  @inline(__always)
  static func forEach(
    in view: ByteView, _ range: Range<Int>, documents count: Int, _ body: (Int) -> Void
  ) {
    var reader = ByteReader(view, range)
    if reader.byte() == 1 {
      for byte in 0..<((count + 7) / 8) {
        guard !reader.isAtEnd else { return }
        var bits = reader.byte()
        while bits != 0 {
          let document = byte << 3 + bits.trailingZeroBitCount
          if document < count { body(document) }
          bits &= bits &- 1
        }
      }
      return
    }
    var document = -1
    while !reader.isAtEnd {
      document += reader.varint() + 1
      guard document < count else { return }
      body(document)
    }
  }
}
