/// The postings of one or more words as one list in order of documents.
struct MergedPostings {
  private(set) var documents: [Int32] = []
  private(set) var values: [UInt64] = []

  /// An empty list with room for so many postings.
  init(count: Int = 0) {
    documents.reserveCapacity(count)
    values.reserveCapacity(count)
  }

  /// Adds the posting of a document that comes after all others.
  @inline(__always)
  mutating func append(_ document: Int, _ value: UInt64) {
    documents.append(Int32(document))
    values.append(value)
  }

  /// Adds the postings of documents that come after all others.
  mutating func append(_ documents: ArraySlice<Int32>, _ values: ArraySlice<UInt64>) {
    self.documents += documents
    self.values += values
  }

  /// Adds the postings of another word.
  mutating func add(_ other: MergedPostings, combining combine: (UInt64, UInt64) -> UInt64) {
    guard !documents.isEmpty else {
      self = other
      return
    }
    var merged = MergedPostings(count: documents.count + other.documents.count)
    var (left, right) = (0, 0)
    while left < documents.count, right < other.documents.count {
      let (first, second) = (documents[left], other.documents[right])
      if first == second {
        merged.append(Int(first), combine(values[left], other.values[right]))
      } else if first < second {
        merged.append(Int(first), values[left])
      } else {
        merged.append(Int(second), other.values[right])
      }
      left += first <= second ? 1 : 0
      right += second <= first ? 1 : 0
    }
    merged.documents += documents[left...]
    merged.values += values[left...]
    merged.documents += other.documents[right...]
    merged.values += other.values[right...]
    self = merged
  }
}
