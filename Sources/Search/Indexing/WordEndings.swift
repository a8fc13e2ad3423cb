/// The words that a repair may find, in order of their endings, for browsers.
///
/// One letter typed wrongly leaves the beginning of a word right or its end. The dictionary has the
/// words by their beginnings; here they are written backwards, so that those with one end lie side by
/// side. A reader that has the whole dictionary needs none of this.
struct WordEndings {
  /// What one file holds.
  struct Slice {
    var firstKey: [UInt8]
    var bytes: [UInt8]
  }

  private var words: [[UInt8]] = []

  /// Adds the word that a key of the dictionary stands for, in order of the keys.
  mutating func append(key: [UInt8]) {
    let end = key.firstIndex { $0 <= IndexFormat.Mark.exact } ?? key.count
    // Stems that are no words and ids as a whole are not what anyone means.
    guard end == key.count || key[end] == IndexFormat.Mark.accents else { return }
    let word = Array(key[..<end].reversed())
    guard SpellingRepair.lengths.contains(word.count), word.last ?? 0 >= SpellingRepair.firstLetter,
      word != words.last
    else { return }
    words.append(word)
  }

  /// The files, front-coded: bytes shared with the word before, further bytes, and these.
  func slices() -> [Slice] {
    let sorted = words.sorted { $0.lexicographicallyPrecedes($1) }
    let total = sorted.reduce(0) { $0 + $1.count }
    let limit = IndexFormat.slice(of: total, least: IndexFormat.leastEndings)
    var slices: [Slice] = []
    var previous: [UInt8] = []
    for word in sorted {
      if slices.last?.bytes.count ?? limit >= limit {
        slices.append(Slice(firstKey: word, bytes: []))
        previous = []
      }
      let shared = zip(word, previous).prefix { $0 == $1 }.count
      slices[slices.count - 1].bytes += [UInt8(shared), UInt8(word.count - shared)]
      slices[slices.count - 1].bytes += word[shared...]
      previous = word
    }
    return slices
  }
}
