/// What BM25 adds to a count below the fraction, by field and length code.
///
/// A table of ``Field/count`` × 256 numbers, made of additions and divisions of what the index stores,
/// so that every reader gets the same bits.
enum FieldNorms {
  /// - Parameter means: the mean length of each field, over the articles that have it.
  /// - Returns: the table, field after field.
  static func table(means: [Float]) -> [Float] {
    Field.allCases.flatMap { field in
      let share = Ranking.lengthNormalization[field.rawValue]
      let mean = Double(max(1, means[field.rawValue]))
      return (0...255).map { code in
        Float(Ranking.saturation * (1 - share + share * Scale.length(code: UInt8(code)) / mean))
      }
    }
  }

  /// The inverse document frequency of each frequency code up to that of all documents.
  static func idf(documents: Int) -> [Float] {
    (0...Scale.frequencyCode(max(1, documents))).map {
      Scale.idf(frequency: Scale.frequency(code: $0), documents: documents)
    }
  }
}
