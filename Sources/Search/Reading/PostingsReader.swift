/// Reads packed postings in place.
struct PostingsReader: Sendable {
  let view: ByteView
  let documentCount: Int

  /// Visits the postings of a word in order of documents.
  ///
  /// Damage ends the visit early; a document number is always below the number of documents.
  @inline(__always)
  func forEach(
    of entry: TermEntry, _ body: (_ document: Int, _ counts: FieldCounts) -> Void
  ) {
    let total = min(entry.documentFrequency, documentCount)
    guard total > IndexFormat.postingsBlock else {
      _ = unpack(total, at: entry.postings.lowerBound, after: -1, body)
      return
    }
    let blockCount = (total + IndexFormat.postingsBlock - 1) / IndexFormat.postingsBlock
    var heads = ByteReader(view, entry.postings)
    var lengths: [(last: Int, length: Int)] = []
    lengths.reserveCapacity(blockCount)
    for _ in 0..<blockCount {
      let last = heads.varint()
      let length = heads.varint()
      // The greatest impact, which skipping will use.
      _ = heads.byte()
      lengths.append((last, length))
    }
    var offset = heads.position
    var previous = -1
    var left = total
    for block in lengths {
      let count = min(left, IndexFormat.postingsBlock)
      guard unpack(count, at: offset, after: previous, body) else { return }
      offset += block.length
      previous += block.last
      left -= count
    }
  }

  /// Unpacks one block; false when it is damaged.
  @inline(__always)
  private func unpack(
    _ count: Int, at offset: Int, after previous: Int,
    _ body: (_ document: Int, _ counts: FieldCounts) -> Void
  ) -> Bool {
    var bits = BitReader(view, byteOffset: offset)
    let parameter = bits.read(5)
    var document = previous
    for _ in 0..<count {
      let quotient = bits.unary()
      guard quotient <= 40 else { return false }
      document += Int(quotient << parameter | bits.read(parameter)) + 1
      guard document >= 0, document < documentCount else { return false }
      let code = bits.peek() & 0b111
      var counts = FieldCounts(packed: 1 << FieldCounts.shift(.body))
      if code & 1 == 0 {
        bits.skip(1)
      } else if code & 0b10 == 0 {
        bits.skip(2)
        counts.packed <<= 1
      } else {
        bits.skip(3)
        if code == 0b011 {
          counts.packed = min(bits.gamma() + 3, 1023) << FieldCounts.shift(.body)
        } else {
          counts = fields(&bits)
        }
      }
      body(document, counts)
    }
    return true
  }

  private func fields(_ bits: inout BitReader) -> FieldCounts {
    let mask = bits.read(UInt64(Field.count))
    var counts = FieldCounts(packed: 0)
    for field in Field.allCases where mask >> UInt64(field.rawValue) & 1 == 1 {
      let count = min(bits.gamma() + 1, FieldCounts.limit(field))
      counts.packed |= count << FieldCounts.shift(field)
    }
    return counts
  }
}
