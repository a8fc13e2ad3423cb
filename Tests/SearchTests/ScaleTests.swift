import Testing

@testable import Search

@Suite struct ScaleTests {
  @Test func `the logarithm is right to the last digits`() {
    for (value, expected) in [
      (1.0, 0.0), (2, 0.693_147_180_559_945_3), (10, 2.302_585_092_994_046),
      (1_000_000, 13.815_510_557_964_274), (1.000_1, 9.999_500_033_330_834e-5),
    ] {
      #expect(abs(Scale.logarithm(value) - expected) <= expected * 1e-14 + 1e-16)
    }
  }

  @Test func `codes grow with what they stand for`() {
    for length in 0..<5_000 {
      let code = Scale.lengthCode(length)
      #expect(code <= Scale.lengthCode(length + 1))
      #expect(abs(Scale.length(code: code) - Double(length)) <= Double(length) / 31)
      let frequency = Scale.frequencyCode(length)
      #expect(frequency <= Scale.frequencyCode(length + 1))
      #expect(Scale.frequency(code: frequency) <= length)
      #expect(Double(length - Scale.frequency(code: frequency)) <= Double(length) / 128)
    }
    #expect(Scale.lengthCode(.max) == 255)
  }

  @Test func `a checksum is that of the published algorithm`() {
    #expect(Checksum.hash([UInt8]().span) == 0x02CC_5D05)
    #expect(Checksum.hash(Array("a".utf8).span) == 0x550D_7456)
    #expect(
      Checksum.hash(Array("Nobody inspects the spammish repetition".utf8).span) == 0xE229_3B2F)
  }

  @Test func `counts of many postings add without a carry`() {
    var most = FieldCounts(packed: 0)
    for field in Field.allCases { for _ in 0..<2_000 { most.add(field) } }
    #expect(FieldCounts(compact: most.compact) == most)
    var sum: UInt64 = 0
    for _ in 0..<FieldCounts.mostSummed { sum += most.packed }
    for field in Field.allCases {
      let expected = most[field] * UInt64(FieldCounts.mostSummed)
      #expect(FieldCounts(packed: sum)[field] == expected)
    }
  }

  @Test func `a set of documents comes back, few or many`() {
    var generator = SplitMix(state: 5)
    for share in [0.0, 0.01, 0.2, 0.9, 1] {
      let documents = (0..<1_000).filter { _ in Double.random(in: 0..<1, using: &generator) < share
      }
      let bytes = DocumentSet.encoded(documents, documents: 1_000)
      #expect(bytes.count <= 126)
      let view = IndexBytes(bytes).view
      var found: [Int] = []
      DocumentSet.forEach(in: view, 0..<view.count, documents: 1_000) { found.append($0) }
      #expect(found == documents)
    }
  }
}
