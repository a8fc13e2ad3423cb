/// Walks the dictionary in order from the beginning of a block.
struct DictionaryCursor {
  private let dictionary: TermDictionary
  private var reader: ByteReader
  private var nextPostings: Int

  /// The position of the current key; -1 before the first call of ``next()`` in block 0.
  private(set) var ordinal: Int
  /// The bytes of the current key.
  private(set) var key: [UInt8] = []
  /// How many of its first bytes it shares with the key before.
  private(set) var shared = 0
  private(set) var documentFrequency = 0
  private(set) var postings = 0..<0
  private(set) var hasNeighbours = false
  private(set) var step = 0

  init(_ dictionary: TermDictionary, block: Int) {
    self.dictionary = dictionary
    let start = Int(dictionary.blocks.u32(block &* 8))
    reader = ByteReader(dictionary.entries, from: start)
    nextPostings = Int(dictionary.blocks.u32(block &* 8 &+ 4))
    ordinal = block * IndexFormat.dictionaryBlock - 1
  }

  /// Moves to the next key; false at the end.
  @inline(__always)
  mutating func next() -> Bool {
    guard ordinal + 1 < dictionary.count, !reader.isAtEnd else { return false }
    ordinal += 1
    shared = min(Int(reader.byte()), key.count)
    let length = Int(reader.byte())
    key.removeLast(key.count - shared)
    reader.append(length, to: &key)
    readEntry()
    return true
  }

  /// Moves to the next entry and passes over its key; no key may be read from here on.
  @inline(__always)
  mutating func skip() -> Bool {
    guard ordinal + 1 < dictionary.count, !reader.isAtEnd else { return false }
    ordinal += 1
    _ = reader.byte()
    reader.skip(Int(reader.byte()))
    readEntry()
    return true
  }

  @inline(__always)
  private mutating func readEntry() {
    documentFrequency = reader.varint()
    let code = reader.varint()
    let size = code >> 1
    hasNeighbours = code & 1 == 1
    step = reader.zigzag()
    postings = nextPostings..<(nextPostings + size)
    nextPostings += size
  }

  /// Moves to the first key at or after the current place that is at least `target`, which no key
  /// before it is; false when there is none.
  ///
  /// A key is put together only where the walk ends: of those before it, front coding tells where they
  /// first differ from the target.
  mutating func seek(_ target: [UInt8]) -> Bool {
    // How many bytes of the target the last key begins with.
    var matched = 0
    while ordinal + 1 < dictionary.count, !reader.isAtEnd {
      ordinal += 1
      // The first key of a block shares nothing, whatever it has in common with the one before.
      if ordinal % IndexFormat.dictionaryBlock == 0 { matched = 0 }
      let shared = Int(reader.byte())
      let length = Int(reader.byte())
      let start = reader.position
      var isAfter = shared < matched
      if shared == matched {
        var place = 0
        let common = min(length, target.count - shared)
        let bytes = dictionary.entries
        while place < common, bytes[start &+ place] == target[shared &+ place] { place += 1 }
        matched = shared + place
        isAfter =
          place == common
          ? matched == target.count : bytes[start &+ place] > target[shared &+ place]
      }
      reader.skip(length)
      readEntry()
      guard isAfter else { continue }
      key = Array(target[..<min(shared, target.count)])
      dictionary.entries.append(start..<(start + length), to: &key)
      self.shared = shared
      return true
    }
    return false
  }

  /// Whether the key is a word, with or without accents, and not a stem or a whole id.
  var isWord: Bool {
    documentFrequency > 0
      && key.first { $0 <= IndexFormat.Mark.exact } ?? IndexFormat.Mark.accents
        == IndexFormat.Mark.accents
  }

  /// How many of its bytes are the folded word.
  var foldedCount: Int { key.firstIndex(of: IndexFormat.Mark.accents) ?? key.count }

  var entry: TermEntry {
    TermEntry(
      ordinal: ordinal, documentFrequency: documentFrequency, postings: postings,
      hasNeighbours: hasNeighbours, next: ordinal + step)
  }

  var spelling: Spelling { Spelling(entry: entry, key: SurfaceKey(bytes: key)) }
}
