/// Packs the postings of one word after another.
///
/// Gaps between document numbers are Rice codes, whose parameter each block chooses; counts are
/// a bit for the usual "once, in the body", and a few more for the rest.
struct PostingsWriter {
  private(set) var output = ByteWriter()
  private var bits = BitWriter()
  /// Packs one list, in order of documents.
  ///
  /// - Parameters:
  ///   - documents: The documents.
  ///   - counts: What ``FieldCounts/compact`` makes of the counts in each.
  ///   - neighbours: The place in the list, shifted by eight bits, and a fingerprint of a word that
  ///     follows there, in order; empty for a list that has none.
  /// - Returns: the length of the list in bytes.
  mutating func append(
    documents: ArraySlice<UInt32>, counts: ArraySlice<UInt32>, neighbours: [UInt32] = []
  ) -> Int {
    let start = output.count
    let blockSize = IndexFormat.postingsBlock
    if documents.count <= blockSize, neighbours.isEmpty {
      pack(documents, counts, after: -1)
      output.append(bits.bytes)
      bits.removeAll()
      return output.count - start
    }
    var heads = ByteWriter()
    var blocks: [UInt8] = []
    var followers: [UInt8] = []
    var previous = -1
    var nextNeighbour = 0
    for offset in stride(from: 0, to: documents.count, by: blockSize) {
      let first = documents.startIndex + offset
      let end = min(first + blockSize, documents.endIndex)
      let shift = counts.startIndex - documents.startIndex
      pack(documents[first..<end], counts[(first + shift)..<(end + shift)], after: previous)
      let last = Int(documents[end - 1])
      heads.append(varint: last - previous)
      heads.append(varint: bits.bytes.count)
      blocks += bits.bytes
      bits.removeAll()
      previous = last
      guard !neighbours.isEmpty else { continue }
      pack(neighbours, &nextNeighbour, places: offset..<(offset + end - first))
      heads.append(varint: bits.bytes.count)
      followers += bits.bytes
      bits.removeAll()
    }
    output.append(heads.bytes)
    output.append(blocks)
    output.append(followers)
    return output.count - start
  }

  /// Packs the neighbours of one block, as lists or as sets, whichever is shorter: for each posting
  /// their number in unary, then fingerprints; or a bit for each fingerprint.
  private mutating func pack(_ neighbours: [UInt32], _ next: inout Int, places: Range<Int>) {
    let first = next
    while next < neighbours.count, Int(neighbours[next] >> 8) < places.upperBound { next += 1 }
    let lists = places.count + (next - first) * (1 + Int(StemHash.bits))
    let areSets = places.count << Int(StemHash.bits) < lists
    bits.append(areSets ? 1 : 0, bits: 1)
    var position = first
    for place in places {
      let start = position
      while position < next, Int(neighbours[position] >> 8) == place { position += 1 }
      let fingerprints = neighbours[start..<position].lazy.map { UInt64($0 & 0xFF) }
      if areSets {
        bits.append(fingerprints.reduce(0) { $0 | 1 << $1 }, bits: 1 << StemHash.bits)
      } else {
        bits.append(unary: UInt64(fingerprints.count))
        for fingerprint in fingerprints { bits.append(fingerprint, bits: StemHash.bits) }
      }
    }
    bits.finish()
  }

  private mutating func pack(
    _ documents: ArraySlice<UInt32>, _ counts: ArraySlice<UInt32>, after previous: Int
  ) {
    let parameter = PostingsWriter.parameter(documents, after: previous)
    bits.append(UInt64(parameter), bits: 5)
    var last = previous
    for (document, compact) in zip(documents, counts) {
      let gap = UInt64(Int(document) - last - 1)
      bits.append(unary: gap >> UInt64(parameter))
      bits.append(gap, bits: UInt64(parameter))
      last = Int(document)
      append(FieldCounts(compact: compact))
    }
    bits.finish()
  }

  private mutating func append(_ counts: FieldCounts) {
    if counts.isBodyOnly {
      switch counts[.body] {
      case 1: bits.append(0, bits: 1)
      case 2: bits.append(0b01, bits: 2)
      default:
        bits.append(0b011, bits: 3)
        bits.append(gamma: counts[.body] - 3)
      }
      return
    }
    bits.append(0b111, bits: 3)
    var mask: UInt64 = 0
    for field in Field.allCases where counts[field] > 0 { mask |= 1 << UInt64(field.rawValue) }
    bits.append(mask, bits: UInt64(Field.count))
    for field in Field.allCases where counts[field] > 0 { bits.append(gamma: counts[field] - 1) }
  }

  /// The Rice parameter that packs the gaps best.
  private static func parameter(_ documents: ArraySlice<UInt32>, after previous: Int) -> Int {
    guard let last = documents.last else { return 0 }
    let mean = (Int(last) - previous) / documents.count
    let guess = mean < 2 ? 0 : Int.bitWidth - 1 - mean.leadingZeroBitCount
    var best = (cost: Int.max, parameter: 0)
    for parameter in max(0, guess - 1)...(guess + 6) {
      var cost = documents.count * parameter
      var before = previous
      var longest = 0
      for document in documents {
        let quotient = (Int(document) - before - 1) >> parameter
        cost += quotient
        longest = max(longest, quotient)
        before = Int(document)
      }
      if longest <= 40, cost < best.cost { best = (cost, parameter) }
      if longest <= 40, cost > best.cost { break }
    }
    if best.cost < Int.max { return best.parameter }
    // One gap is enormous beside the others.
    let width = Int.bitWidth - (Int(last) + 1).leadingZeroBitCount
    return max(0, width - 5)
  }
}
