extension InvertedIndex {
  /// The score of a word with idf 1 in a document: each field saturates on its own.
  @inline(__always)
  func impact(_ document: Int, _ counts: FieldCounts) -> Float {
    if counts.isBodyOnly { return saturate(document, .body, counts[.body]) }
    var sum: Float = 0
    for field in Field.allCases where counts[field] > 0 {
      sum += saturate(document, field, counts[field])
    }
    return sum
  }

  /// The share of one field in a score.
  @inline(__always)
  func saturate(_ document: Int, _ field: Field, _ count: UInt64) -> Float {
    let count = Float(count)
    return Ranking.weights[field.rawValue] * count
      / (count + norms[field.rawValue &* 256 &+ lengthCode(document, field)])
  }

  /// What the rarity of a word that so many documents have makes it weigh.
  @inline(__always)
  func weight(frequency: Int) -> Float { idf[min(Scale.frequencyCode(frequency), idf.count - 1)] }
}
