/// The table of Damerau distances between one word and the prefixes of others.
struct DistanceTable {
  private let word: [UInt8]
  private let tolerance: Int
  private var rows: [[UInt8]]
  /// The letters whose rows are filled in.
  private(set) var letters: [UInt8] = []

  init(word: [UInt8], tolerance: Int) {
    self.word = word
    self.tolerance = tolerance
    rows = [(0...word.count).map { UInt8($0) }]
  }

  /// Fills in the row of the letter at `depth`; false when nothing that begins so is near.
  mutating func append(_ letter: UInt8, at depth: Int) -> Bool {
    letters.removeLast(letters.count - depth)
    letters.append(letter)
    if rows.count <= depth + 1 { rows.append([UInt8](repeating: 0, count: word.count + 1)) }
    rows[depth + 1][0] = UInt8(min(255, depth + 1))
    var least = rows[depth + 1][0]
    for column in 1...word.count {
      let cost: UInt8 = word[column - 1] == letter ? 0 : 1
      var value = min(
        rows[depth][column - 1] + cost, min(rows[depth][column], rows[depth + 1][column - 1]) + 1)
      if depth > 0, column > 1, word[column - 1] == letters[depth - 1], word[column - 2] == letter {
        value = min(value, rows[depth - 1][column - 2] + 1)
      }
      rows[depth + 1][column] = value
      least = min(least, value)
    }
    return Int(least) <= tolerance
  }

  /// The distance to the prefix of `depth` letters; nil when its row is not filled in.
  func distance(at depth: Int) -> Int? {
    guard depth <= letters.count, depth < rows.count else { return nil }
    return rows[depth].last.map(Int.init)
  }
}
