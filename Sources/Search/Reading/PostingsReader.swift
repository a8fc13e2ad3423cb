/// Reads packed postings in place.
struct PostingsReader: Sendable {
  let view: ByteView
  let documentCount: Int

  /// Visits the postings of a word in order of documents.
  ///
  /// - Parameters:
  ///   - entry: The word.
  ///   - body: Called with the document and the counts.
  @inline(__always)
  func forEach(of entry: TermEntry, _ body: (_ document: Int, _ counts: FieldCounts) -> Void) {
    forEachBlock(of: entry) { documents, counts, _ in
      for place in documents.indices {
        body(Int(documents[place]), FieldCounts(packed: counts[place]))
      }
    }
  }

  /// Visits the postings of a word in order of documents, many at once.
  ///
  /// Damage ends the visit early; a document number is always below the number of documents.
  ///
  /// - Parameters:
  ///   - entry: The word.
  ///   - withFollowers: Whether to read which words follow.
  ///   - body: Called with documents, with what ``FieldCounts`` packs for each, and with the
  ///     fingerprints of the words that follow there, one bit each; with none of them where they are
  ///     not read, or not known.
  @inline(__always)
  func forEachBlock(
    of entry: TermEntry, withFollowers: Bool = false,
    _ body: (
      _ documents: ArraySlice<Int32>, _ counts: ArraySlice<UInt64>, _ followers: [UInt64]
    ) -> Void
  ) {
    let total = min(entry.documentFrequency, documentCount)
    let hasHeads = total > IndexFormat.postingsBlock || entry.hasNeighbours
    let readsFollowers = entry.hasNeighbours && withFollowers
    var heads = ByteReader(view, entry.postings)
    var offset = entry.postings.lowerBound
    var followerOffset = offset
    if hasHeads {
      // The heads are read twice: to find where they end, and along with their blocks.
      var blockBytes = 0
      for _ in stride(from: 0, to: total, by: IndexFormat.postingsBlock) {
        _ = heads.varint()
        blockBytes += heads.varint()
        if entry.hasNeighbours { _ = heads.varint() }
      }
      offset = heads.position
      followerOffset = offset + blockBytes
      heads = ByteReader(view, entry.postings)
    }
    // A loop that does nothing but unpack keeps all it needs in registers, so that a block is unpacked
    // before its postings are handed on.
    let room = min(total, IndexFormat.postingsBlock)
    var documents = [Int32](repeating: 0, count: room)
    var counts = [UInt64](repeating: 0, count: room)
    var followers: [UInt64] = []
    var previous = -1
    var left = total
    while left > 0 {
      let count = min(left, IndexFormat.postingsBlock)
      let unpacked = unpack(count, at: offset, after: previous, into: &documents, &counts)
      if readsFollowers { unpackFollowers(of: unpacked, at: followerOffset, into: &followers) }
      body(documents[..<unpacked], counts[..<unpacked], followers)
      guard unpacked == count, hasHeads else { return }
      previous += heads.varint()
      offset += heads.varint()
      if entry.hasNeighbours { followerOffset += heads.varint() }
      left -= count
    }
  }

  /// Reads the neighbours of the postings of a block.
  private func unpackFollowers(of count: Int, at offset: Int, into followers: inout [UInt64]) {
    followers.removeAll(keepingCapacity: true)
    followers.reserveCapacity(count)
    var bits = BitReader(view, byteOffset: offset)
    let areSets = bits.read(1) == 1
    for _ in 0..<count { followers.append(PostingsReader.followers(&bits, areSets: areSets)) }
  }

  /// Reads the neighbours of one posting: a bit for each fingerprint.
  @inline(__always)
  private static func followers(_ bits: inout BitReader, areSets: Bool) -> UInt64 {
    if areSets { return bits.read(1 << StemHash.bits) }
    let count = bits.unary()
    guard count <= 1 << StemHash.bits else { return 0 }
    var found: UInt64 = 0
    for _ in 0..<count { found |= 1 << bits.read(StemHash.bits) }
    return found
  }

  /// Unpacks one block, and returns how many postings it has; fewer when it is damaged.
  private func unpack(
    _ count: Int, at offset: Int, after previous: Int, into documents: inout [Int32],
    _ counts: inout [UInt64]
  ) -> Int {
    var documents = documents.mutableSpan
    var counts = counts.mutableSpan
    var bits = BitReader(view, byteOffset: offset)
    let parameter = bits.read(5)
    var document = previous
    for place in 0..<count {
      // One look at 57 bits is enough for all but enormous gaps.
      let look = bits.peek()
      let quotient = UInt64(look.trailingZeroBitCount)
      guard quotient <= 40 else { return place }
      bits.skip(Int(quotient &+ 1))
      let rest = quotient &+ parameter <= 53 ? look &>> (quotient &+ 1) : bits.peek()
      bits.skip(Int(parameter))
      document += Int(quotient &<< parameter | rest & (1 &<< parameter &- 1)) + 1
      guard document >= 0, document < documentCount else { return place }
      let code = rest &>> parameter & 0b111
      let packed: UInt64
      if code & 0b11 != 0b11 {
        // Once or twice in the body, which nobody foresees: no branch is made of it.
        bits.skip(Int(1 &+ (code & 1)))
        packed = 1 &<< (FieldCounts.shift(.body) &+ (code & 1))
      } else {
        bits.skip(3)
        packed =
          code == 0b011
          ? min(bits.gamma() + 3, 1023) << FieldCounts.shift(.body) : fields(&bits).packed
      }
      documents[place] = Int32(document)
      counts[place] = packed
    }
    return count
  }

  @inline(__always)
  private func fields(_ bits: inout BitReader) -> FieldCounts {
    var left = bits.read(UInt64(Field.count))
    var counts = FieldCounts(packed: 0)
    while left != 0, let field = Field(rawValue: left.trailingZeroBitCount) {
      left &= left &- 1
      counts.packed |= min(bits.gamma() + 1, FieldCounts.limit(field)) << FieldCounts.shift(field)
    }
    return counts
  }
}
