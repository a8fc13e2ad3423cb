/// What scoring needs to know about all documents together.
struct CollectionStatistics {
  let documentCount: Int
  /// The codes of the field lengths, ``Field/count`` of them a document.
  let lengthCodes: [UInt8]
  /// What BM25 adds to a count below the fraction, by field and length code.
  let norms: [Float]
  /// The inverse document frequency by frequency code.
  let idf: [Float]

  init(chunks: [IndexBuilder.Chunk]) {
    var totals = [Int](repeating: 0, count: Field.count)
    var present = [Int](repeating: 0, count: Field.count)
    var codes: [UInt8] = []
    var documents = 0
    for record in chunks.lazy.flatMap(\.records) {
      documents += 1
      for (field, length) in record.lengths.enumerated() {
        codes.append(Scale.lengthCode(length))
        totals[field] += length
        if length > 0 { present[field] += 1 }
      }
    }
    documentCount = documents
    lengthCodes = codes
    norms = Field.allCases.flatMap { field in
      let share = Ranking.lengthNormalization[field.rawValue]
      let mean = Double(max(1, totals[field.rawValue])) / Double(max(1, present[field.rawValue]))
      return (0...255).map { code in
        Float(Ranking.saturation * (1 - share + share * Scale.length(code: UInt8(code)) / mean))
      }
    }
    let greatest = Scale.frequencyCode(max(1, documents))
    idf = (0...greatest).map {
      Scale.idf(frequency: Scale.frequency(code: $0), documents: documents)
    }
  }

  func idf(frequency: Int) -> Float { idf[Scale.frequencyCode(min(frequency, documentCount))] }

  /// The score of a word with idf 1 in one document: each field saturates on its own.
  func impact(document: Int, counts: FieldCounts) -> Float {
    var sum: Float = 0
    for field in Field.allCases where counts[field] > 0 {
      let code = Int(lengthCodes[document * Field.count + field.rawValue])
      let count = Float(counts[field])
      sum += Ranking.weights[field.rawValue] * count / (count + norms[field.rawValue * 256 + code])
    }
    return sum
  }
}
