/// Packs the postings of one word after another.
///
/// Gaps between document numbers are Rice codes, whose parameter each block chooses; counts are
/// a bit for the usual "once, in the body", and a few more for the rest.
struct PostingsWriter {
  private(set) var output = ByteWriter()
  private var bits = BitWriter()
  private let impact: (_ document: UInt32, _ counts: FieldCounts) -> Float

  /// - Parameter impact: The share of the greatest possible score, 0 to 1, of a posting.
  init(impact: @escaping (_ document: UInt32, _ counts: FieldCounts) -> Float) {
    self.impact = impact
  }

  /// Packs one list, in order of documents, and returns its length in bytes.
  mutating func append(documents: ArraySlice<UInt32>, counts: ArraySlice<UInt32>) -> Int {
    let start = output.count
    let blockSize = IndexFormat.postingsBlock
    if documents.count <= blockSize {
      pack(documents, counts, after: -1)
      output.append(bits.bytes)
      bits.removeAll()
      return output.count - start
    }
    var heads = ByteWriter()
    var blocks: [UInt8] = []
    var previous = -1
    for offset in stride(from: 0, to: documents.count, by: blockSize) {
      let first = documents.startIndex + offset
      let end = min(first + blockSize, documents.endIndex)
      let shift = counts.startIndex - documents.startIndex
      let part = documents[first..<end]
      let partCounts = counts[(first + shift)..<(end + shift)]
      pack(part, partCounts, after: previous)
      let last = Int(documents[end - 1])
      heads.append(varint: last - previous)
      heads.append(varint: bits.bytes.count)
      heads.append(byte: greatestImpact(part, partCounts))
      blocks += bits.bytes
      bits.removeAll()
      previous = last
    }
    output.append(heads.bytes)
    output.append(blocks)
    return output.count - start
  }

  private func greatestImpact(
    _ documents: ArraySlice<UInt32>, _ counts: ArraySlice<UInt32>
  ) -> UInt8 {
    let greatest = zip(documents, counts).reduce(Float(0)) {
      max($0, impact($1.0, FieldCounts(compact: $1.1)))
    }
    return UInt8(min(255, (greatest * 255).rounded(.up)))
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
