import Testing

@testable import Search

@Suite struct SpellingRepairTests {
  /// Damerau's distance with adjacent transpositions, by the book.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = (0...left.count).map { row in
      (0...right.count).map { row == 0 ? $0 : $0 == 0 ? row : 0 }
    }
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    for row in 1...left.count {
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        table[row][column] = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1,
          table[row - 1][column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
        }
      }
    }
    return table[left.count][right.count]
  }

  @Test func `the walk finds what comparing with every word finds`() throws {
    let searcher = try Fixture.searcher(Fixture.random(150), .other)
    let dictionary = searcher.index.dictionary
    var words: [[UInt8]] = []
    var cursor = try #require(dictionary.cursor(atOrAfter: [0x61]))
    repeat {
      if cursor.documentFrequency > 0 { words.append(Array(cursor.spelling.key.folded)) }
    } while cursor.next()
    #expect(words.count > 300)
    var generator = SplitMix(state: 7)
    var found = 0
    for _ in 0..<400 {
      var typed = words[Int.random(in: 0..<words.count, using: &generator)]
      for _ in 0..<Int.random(in: 1...2, using: &generator) {
        let position = Int.random(in: 0..<typed.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: typed.insert(UInt8.random(in: 0x61...0x7A, using: &generator), at: position)
        case 1: typed.swapAt(position, max(0, position - 1))
        default: typed[position] = UInt8.random(in: 0x61...0x7A, using: &generator)
        }
      }
      guard let tolerance = SpellingRepair.tolerance(typed) else { continue }
      let near = words.map { (word: $0, distance: SpellingRepairTests.distance(typed, $0)) }
        .filter { $0.distance <= tolerance }
      let anchor = SpellingRepair.anchor(typed)
      let expected = near.filter {
        $0.word.prefix(anchor) == typed.prefix(anchor)
          || $0.word.suffix(anchor) == typed.suffix(anchor)
      }
      .map(\.distance).sorted()
      // One error leaves one end of a word as it is.
      #expect(expected.count { $0 < 2 } == near.count { $0.distance < 2 })
      let repairs = SpellingRepair(dictionary: dictionary).nearest(to: typed)
      #expect(repairs.map(\.distance) == Array(expected.prefix(repairs.count)))
      #expect(repairs.count == min(expected.count, Ranking.mostRepairs * 4))
      for repair in repairs {
        let word = Array(dictionary.key(of: repair.entry).folded)
        #expect(repair.distance == SpellingRepairTests.distance(typed, word))
      }
      found += repairs.count
    }
    #expect(found > 150)
  }

  @Test(
    arguments: zip(
      ["cell", "volts", "batterie", "surchaufe", "b4tterie", "0x351", ""],
      [
        nil, 1, 1, 2, nil, nil, nil,
      ] as [Int?]))
  func `longer words may have more errors`(word: String, tolerance: Int?) {
    #expect(SpellingRepair.tolerance(Array(word.utf8)) == tolerance)
  }
}
