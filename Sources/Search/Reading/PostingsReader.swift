/// Reads packed postings in place.
struct PostingsReader: Sendable {
  let view: ByteView
  let documentCount: Int

  /// For each fingerprint of a word that follows, the bits that say so.
  typealias FollowerBits = [UInt64]

  /// Visits the postings of a word in order of documents.
  ///
  /// Damage ends the visit early; a document number is always below the number of documents.
  ///
  /// - Parameters:
  ///   - entry: The word.
  ///   - followers: For each fingerprint, the bits to hand on where it follows; nil to leave
  ///     neighbours unread.
  ///   - body: Called with the document, the counts and the bits of the words that follow.
  @inline(__always)
  func forEach(
    of entry: TermEntry, followers: FollowerBits? = nil,
    _ body: (_ document: Int, _ counts: FieldCounts, _ following: UInt64) -> Void
  ) {
    let total = min(entry.documentFrequency, documentCount)
    guard total > IndexFormat.postingsBlock || entry.hasNeighbours else {
      _ = unpack(total, at: entry.postings.lowerBound, after: -1) { body($0, $1, 0) }
      return
    }
    let blockCount = (total + IndexFormat.postingsBlock - 1) / IndexFormat.postingsBlock
    var heads = ByteReader(view, entry.postings)
    // The heads are read twice: to find where they end, and along with their blocks.
    var blockBytes = 0
    for _ in 0..<blockCount {
      _ = heads.varint()
      blockBytes += heads.varint()
      if entry.hasNeighbours { _ = heads.varint() }
    }
    var offset = heads.position
    var followerOffset = offset + blockBytes
    heads = ByteReader(view, entry.postings)
    var previous = -1
    var left = total
    while left > 0 {
      let last = heads.varint()
      let length = heads.varint()
      let followerLength = entry.hasNeighbours ? heads.varint() : 0
      let count = min(left, IndexFormat.postingsBlock)
      if entry.hasNeighbours, let followers {
        var bits = BitReader(view, byteOffset: followerOffset)
        let areSets = bits.read(1) == 1
        let isWhole = unpack(count, at: offset, after: previous) {
          body($0, $1, PostingsReader.following(&bits, areSets: areSets, followers))
        }
        guard isWhole else { return }
      } else {
        guard unpack(count, at: offset, after: previous, { body($0, $1, 0) }) else { return }
      }
      offset += length
      followerOffset += followerLength
      previous += last
      left -= count
    }
  }

  /// Reads the neighbours of one posting.
  @inline(__always)
  private static func following(
    _ bits: inout BitReader, areSets: Bool, _ followers: FollowerBits
  ) -> UInt64 {
    var found: UInt64 = 0
    if areSets {
      var set = bits.read(1 << StemHash.bits)
      while set != 0 {
        found |= followers[set.trailingZeroBitCount]
        set &= set - 1
      }
      return found
    }
    var left = bits.unary()
    guard left <= 1 << StemHash.bits else { return 0 }
    while left > 0 {
      found |= followers[Int(bits.read(StemHash.bits))]
      left -= 1
    }
    return found
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
