/// The words of the site in order, each with its postings and its class.
struct TermDictionary: Sendable {
  let blocks: ByteView
  let entries: ByteView
  let count: Int

  private var blockCount: Int {
    (count + IndexFormat.dictionaryBlock - 1) / IndexFormat.dictionaryBlock
  }

  /// A cursor whose first key is at most `key`, close before it.
  func cursor(near key: [UInt8]) -> DictionaryCursor {
    var low = 0
    var high = blockCount
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstKey(ofBlock: middle, isAtMost: key) { low = middle } else { high = middle }
    }
    return DictionaryCursor(self, block: low)
  }

  /// A cursor on the first key that is at least `key`; nil when there is none.
  func cursor(atOrAfter key: [UInt8]) -> DictionaryCursor? {
    var cursor = cursor(near: key)
    return cursor.seek(key) ? cursor : nil
  }

  func entry(for key: [UInt8]) -> TermEntry? {
    guard let cursor = cursor(atOrAfter: key), cursor.key == key else { return nil }
    return cursor.entry
  }

  func entry(at ordinal: Int) -> TermEntry? {
    guard ordinal >= 0, ordinal < count else { return nil }
    var cursor = DictionaryCursor(self, block: ordinal / IndexFormat.dictionaryBlock)
    while cursor.skip() { if cursor.ordinal == ordinal { return cursor.entry } }
    return nil
  }

  /// The key of an entry.
  func key(of entry: TermEntry) -> SurfaceKey {
    var cursor = DictionaryCursor(self, block: entry.ordinal / IndexFormat.dictionaryBlock)
    while cursor.ordinal < entry.ordinal, cursor.next() {}
    return SurfaceKey(bytes: cursor.key)
  }

  /// Whether any key begins with some bytes.
  func hasKey(beginningWith prefix: [UInt8]) -> Bool {
    cursor(atOrAfter: prefix)?.key.starts(with: prefix) ?? false
  }

  /// All spellings of a folded word: without accents, and with any.
  func spellings(of folded: [UInt8]) -> [Spelling] {
    guard !folded.isEmpty, var cursor = cursor(atOrAfter: folded) else { return [] }
    var found: [Spelling] = []
    repeat {
      guard cursor.key.starts(with: folded) else { break }
      guard cursor.key.count == folded.count || cursor.key[folded.count] == IndexFormat.Mark.accents
      else { break }
      found.append(cursor.spelling)
    } while found.count < 16 && cursor.next()
    return found
  }

  /// The words of a class that occur in documents, from any of its entries.
  func members(of entry: TermEntry) -> [TermEntry] {
    var members: [TermEntry] = []
    var current = entry
    // The next of a class is most often in the same block, a few entries on.
    var cursor: DictionaryCursor?
    for _ in 0..<FieldCounts.mostSummed {
      if current.documentFrequency > 0 { members.append(current) }
      guard current.next != entry.ordinal, current.next >= 0, current.next < count else { break }
      let block = current.next / IndexFormat.dictionaryBlock
      var walk =
        cursor.flatMap {
          $0.ordinal / IndexFormat.dictionaryBlock == block && $0.ordinal < current.next ? $0 : nil
        } ?? DictionaryCursor(self, block: block)
      while walk.ordinal < current.next { guard walk.skip() else { return members } }
      current = walk.entry
      cursor = walk
    }
    return members
  }

  /// The class of a stem that is perhaps no word itself.
  func members(ofStem stem: [UInt8]) -> [TermEntry] {
    guard !stem.isEmpty else { return [] }
    if let entry = entry(for: stem + [IndexFormat.Mark.stem]) ?? entry(for: stem) {
      return members(of: entry)
    }
    return []
  }

  private func firstKey(ofBlock block: Int, isAtMost key: [UInt8]) -> Bool {
    // The first key of a block shares nothing: a zero, its length, its bytes.
    let start = Int(blocks.u32(block &* 8))
    let length = Int(entries[start &+ 1])
    let common = min(length, key.count)
    for index in 0..<common {
      let byte = entries[start &+ 2 &+ index]
      if byte != key[index] { return byte < key[index] }
    }
    return length <= key.count
  }
}
