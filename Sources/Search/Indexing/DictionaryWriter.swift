/// The dictionary and its postings, ready to be cut into slices.
struct DictionarySections {
  var blocks: [UInt8]
  var entries: [UInt8]
  var postings: [UInt8]
  /// For each block, its first key.
  var firstKeys: [[UInt8]]
  /// Where the postings are cut into slices: the first byte of each, between two words.
  var postingsCuts: [Int]
  /// The words in order of their endings.
  var endings: WordEndings

  var sections: [IndexBuilder.NamedSection] {
    [
      (.dictionaryBlocks, blocks), (.dictionary, entries),
      (.postings, postings + [UInt8](repeating: 0, count: IndexFormat.slack)),
    ]
  }
}

/// Writes the sorted dictionary: keys front-coded in blocks, each with its document frequency,
/// the length of its postings, and the next word of its class.
struct DictionaryWriter {
  private var entries = ByteWriter()
  private var blocks = ByteWriter()
  private var firstKeys: [[UInt8]] = []
  private var postingsCuts = [0]
  private var endings = WordEndings()
  private var count = 0
  private var previous: [UInt8] = []
  private var postingsOffset = 0

  /// Adds the next key in order.
  ///
  /// - Parameters:
  ///   - key: The bytes of the key.
  ///   - documentFrequency: How many documents have the word.
  ///   - postingsLength: The length in bytes of its postings, which follow those of the key before.
  ///   - hasNeighbours: Whether the postings say which words follow.
  ///   - step: From this entry's position to that of the next of its class, in a ring.
  mutating func append(
    key: [UInt8], documentFrequency: Int, postingsLength: Int, hasNeighbours: Bool, step: Int
  ) {
    var shared = 0
    if count % IndexFormat.dictionaryBlock == 0 {
      blocks.append(u32: UInt32(entries.count))
      blocks.append(u32: UInt32(postingsOffset))
      firstKeys.append(key)
    } else {
      while shared < min(key.count, previous.count), key[shared] == previous[shared] {
        shared += 1
      }
    }
    if let cut = postingsCuts.last, postingsOffset > cut,
      postingsOffset + postingsLength - cut > IndexFormat.leastPostings
    {
      postingsCuts.append(postingsOffset)
    }
    if documentFrequency > 0 { endings.append(key: key) }
    entries.append(byte: UInt8(shared))
    entries.append(byte: UInt8(key.count - shared))
    entries.append(key[shared...])
    entries.append(varint: documentFrequency)
    entries.append(varint: postingsLength << 1 | (hasNeighbours ? 1 : 0))
    entries.append(zigzag: step)
    postingsOffset += postingsLength
    previous = key
    count += 1
  }

  /// The sections.
  func finish(postings: [UInt8]) -> DictionarySections {
    DictionarySections(
      blocks: blocks.bytes, entries: entries.bytes, postings: postings, firstKeys: firstKeys,
      postingsCuts: joinedCuts(), endings: endings)
  }

  /// The cuts, fewer where the postings are long.
  private func joinedCuts() -> [Int] {
    let least = IndexFormat.leastPostings
    let limit = IndexFormat.slice(of: postingsOffset, least: least)
    guard limit > least else { return postingsCuts }
    var joined = [0]
    for (cut, end) in zip(postingsCuts, postingsCuts.dropFirst() + [postingsOffset])
    where cut > 0 && end - (joined.last ?? 0) > limit {
      joined.append(cut)
    }
    return joined
  }
}
