/// What scoring needs to know about all documents together.
struct CollectionStatistics {
  let documentCount: Int
  /// The codes of the field lengths, all documents of one field after the other.
  let lengthCodes: [UInt8]
  /// The mean length of each field, over the documents that have it.
  let means: [Float]
  private let norms: [Float]
  private let idf: [Float]

  init(chunks: [IndexBuilder.Chunk]) {
    var totals = [Int](repeating: 0, count: Field.count)
    var present = [Int](repeating: 0, count: Field.count)
    let documents = chunks.reduce(0) { $0 + $1.records.count }
    var codes = [UInt8](repeating: 0, count: documents * Field.count)
    for (document, record) in chunks.lazy.flatMap(\.records).enumerated() {
      for (field, length) in record.lengths.enumerated() {
        codes[field * documents + document] = Scale.lengthCode(length)
        totals[field] += length
        if length > 0 { present[field] += 1 }
      }
    }
    documentCount = documents
    lengthCodes = codes
    means = zip(totals, present).map { Float(Double(max(1, $0)) / Double(max(1, $1))) }
    norms = FieldNorms.table(means: means)
    idf = FieldNorms.idf(documents: documents)
  }

  func idf(frequency: Int) -> Float { idf[Scale.frequencyCode(min(frequency, documentCount))] }

  /// The score of a word with idf 1 in one document: each field saturates on its own.
  func impact(document: Int, counts: FieldCounts) -> Float {
    var sum: Float = 0
    for field in Field.allCases where counts[field] > 0 {
      let code = Int(lengthCodes[field.rawValue * documentCount + document])
      let count = Float(counts[field])
      sum += Ranking.weights[field.rawValue] * count / (count + norms[field.rawValue * 256 + code])
    }
    return sum
  }
}
