/// Finds the words of the site nearest to one that it never uses.
///
/// Distance is Damerau's with adjacent transpositions. The sorted dictionary is walked with one
/// row of the distance table for each letter of the shared prefix; when no continuation of a
/// prefix can be near enough, the words that begin with it are passed over.
///
/// A repair begins or ends with the very letters that were typed, so that a browser finds it without
/// the whole dictionary. One error leaves one of both ends alone, so this leaves out only words with an
/// error at each end.
struct SpellingRepair {
  struct Candidate {
    var entry: TermEntry
    var distance: Int
  }

  let dictionary: TermDictionary

  /// The greatest distance for a word; nil for one that is not to be repaired.
  static func tolerance(_ folded: [UInt8]) -> Int? {
    guard folded.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    switch folded.count {
    case 5...8: return 1
    case 9...32: return 2
    default: return nil
    }
  }

  /// How many letters a word may have that is a repair.
  static let lengths = 4...34
  /// Keys below the letters are stems and numbers.
  static let firstLetter: UInt8 = 0x61

  /// How many letters a repair has in common with a word, at its beginning or at its end.
  static func anchor(_ word: [UInt8]) -> Int { min(3, (word.count - 1) / 2) }

  /// The nearest words, nearest first, more frequent first among equals.
  func nearest(to word: [UInt8]) -> [Candidate] {
    guard let tolerance = SpellingRepair.tolerance(word) else { return [] }
    var table = DistanceTable(word: word, tolerance: tolerance)
    var found: [Candidate] = []
    let anchor = SpellingRepair.anchor(word)
    let (beginning, ending) = (word.prefix(anchor), word.suffix(anchor))
    guard var cursor = dictionary.cursor(atOrAfter: [SpellingRepair.firstLetter]) else {
      return []
    }
    // A prefix of this length of the current key, and all that begin with it, are too far.
    var deadLength = Int.max
    var computed = 0
    repeat {
      if cursor.shared >= deadLength {
        guard cursor.ordinal % IndexFormat.dictionaryBlock == IndexFormat.dictionaryBlock - 1 else {
          continue
        }
        guard skip(&cursor, Array(cursor.key.prefix(deadLength))) else { break }
        deadLength = Int.max
        computed = 0
      }
      // A block's first key says nothing of what it shares.
      computed = min(computed, commonLength(cursor.key, table.letters))
      deadLength = Int.max
      let end = cursor.foldedCount
      while computed < end {
        let alive = table.append(cursor.key[computed], at: computed)
        computed += 1
        if !alive {
          deadLength = computed
          break
        }
      }
      computed = min(computed, end)
      if deadLength == Int.max, cursor.isWord,
        let distance = table.distance(at: end), distance <= tolerance,
        cursor.key.starts(with: beginning) || cursor.key[..<end].suffix(anchor) == ending
      {
        found.append(Candidate(entry: cursor.entry, distance: distance))
      }
    } while cursor.next()
    found.sort {
      ($0.distance, $1.entry.documentFrequency, $0.entry.ordinal)
        < ($1.distance, $0.entry.documentFrequency, $1.entry.ordinal)
    }
    return Array(found.prefix(Ranking.mostRepairs * 4))
  }

  private func commonLength(_ key: [UInt8], _ letters: [UInt8]) -> Int {
    var length = 0
    while length < min(key.count, letters.count), key[length] == letters[length] { length += 1 }
    return length
  }

  /// Moves to the first key that does not begin with `prefix`; false when there is none.
  private func skip(_ cursor: inout DictionaryCursor, _ prefix: [UInt8]) -> Bool {
    var after = prefix
    while let last = after.last {
      after.removeLast()
      if last < 0xFF {
        after.append(last + 1)
        break
      }
    }
    // In a damaged dictionary the next key may lie before this one.
    guard !after.isEmpty, let next = dictionary.cursor(atOrAfter: after),
      next.ordinal > cursor.ordinal
    else { return false }
    cursor = next
    return true
  }
}
