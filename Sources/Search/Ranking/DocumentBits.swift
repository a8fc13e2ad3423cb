/// A set of documents as one bit each, in words of 64.
struct DocumentBits: Sendable, Equatable {
  private(set) var words: [UInt64]

  init(documentCount: Int) {
    words = [UInt64](repeating: 0, count: (documentCount + 63) / 64)
  }

  init(_ documents: some Sequence<Int32>, documentCount: Int) {
    self.init(documentCount: documentCount)
    for document in documents { insert(Int(document)) }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// How many documents are in both sets.
  func count(with other: DocumentBits) -> Int {
    var count = 0
    for place in words.indices { count += (words[place] & other.words[place]).nonzeroBitCount }
    return count
  }

  @inline(__always)
  func contains(_ document: Int) -> Bool {
    words[document >> 6] >> UInt64(document & 63) & 1 == 1
  }

  @inline(__always)
  mutating func insert(_ document: Int) { words[document >> 6] |= 1 << UInt64(document & 63) }

  @inline(__always)
  mutating func remove(_ document: Int) { words[document >> 6] &= ~(1 << UInt64(document & 63)) }

  mutating func insert(_ list: PostingList) { insert(list.documents, list.bits) }

  mutating func insert(_ word: WordScores) { insert(word.documents, word.bits) }

  private mutating func insert(_ documents: [Int32], _ bits: DocumentBits?) {
    if let bits {
      formUnion(bits)
    } else {
      for document in documents { insert(Int(document)) }
    }
  }

  mutating func formUnion(_ other: DocumentBits) {
    for place in words.indices { words[place] |= other.words[place] }
  }

  mutating func formIntersection(_ other: DocumentBits) {
    for place in words.indices { words[place] &= other.words[place] }
  }

  mutating func subtract(_ other: DocumentBits) {
    for place in words.indices { words[place] &= ~other.words[place] }
  }

  mutating func removeAll() {
    for place in words.indices { words[place] = 0 }
  }

  /// Visits the documents in order.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    for place in words.indices {
      var left = words[place]
      while left != 0 {
        body(place << 6 | left.trailingZeroBitCount)
        left &= left &- 1
      }
    }
  }
}
