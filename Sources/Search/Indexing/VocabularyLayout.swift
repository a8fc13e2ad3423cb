/// The order of the dictionary, and the rings that tie the words of a class together.
struct VocabularyLayout {
  /// One key of the dictionary.
  struct Entry {
    var key: [UInt8]
    /// The surface with this key; nil for a stem that is no word.
    var surface: Int?
    var stem: Int
  }

  let entries: [Entry]
  /// For each entry, the distance to the next one of its class.
  let steps: [Int]
  /// For each stem, the first entry of its class that is a word.
  let firstEntry: [Int]

  init(surfaces: ByteInterner, surfaceStems: [UInt32], stems: ByteInterner) {
    var isWord = [Bool](repeating: false, count: stems.count)
    for surface in 0..<surfaces.count {
      let stem = Int(surfaceStems[surface])
      if surfaces[surface].elementsEqual(stems[stem]) { isWord[stem] = true }
    }
    let entries = VocabularyLayout.merged(
      surfaces.sortedNumbers().map {
        Entry(key: Array(surfaces[$0]), surface: $0, stem: Int(surfaceStems[$0]))
      },
      stems.sortedNumbers().filter { !isWord[$0] && !stems[$0].isEmpty }.map {
        Entry(key: stems[$0] + [IndexFormat.Mark.stem], surface: nil, stem: $0)
      })
    var first = [Int](repeating: -1, count: stems.count)
    var last = first
    var firstWord = first
    var steps = [Int](repeating: 0, count: entries.count)
    for (position, entry) in entries.enumerated() {
      if last[entry.stem] < 0 {
        first[entry.stem] = position
      } else {
        steps[last[entry.stem]] = position - last[entry.stem]
      }
      last[entry.stem] = position
      if firstWord[entry.stem] < 0, entry.surface != nil { firstWord[entry.stem] = position }
    }
    for stem in first.indices where last[stem] >= 0 { steps[last[stem]] = first[stem] - last[stem] }
    self.entries = entries
    self.steps = steps
    firstEntry = firstWord
  }

  /// Two sorted lists as one.
  private static func merged(_ left: [Entry], _ right: [Entry]) -> [Entry] {
    var result: [Entry] = []
    result.reserveCapacity(left.count + right.count)
    var next = 0
    for entry in left {
      while next < right.count, right[next].key.lexicographicallyPrecedes(entry.key) {
        result.append(right[next])
        next += 1
      }
      result.append(entry)
    }
    return result + right[next...]
  }
}
