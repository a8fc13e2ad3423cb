/// What documents are filtered by, read in place.
struct FacetColumns: Sendable {
  /// One value that documents may have.
  struct Value: Sendable {
    var key: String
    /// The name of the value in the site's language.
    var label: String
  }

  let categories: [Value]
  let difficulties: [Value]
  let tags: [Value]
  private let columns: ByteView
  private let dates: ByteView
  private let tagLists: ByteView
  private let tagRanges: [Range<Int>]
  private let count: Int

  init(keys: ByteView, columns: ByteView, dates: ByteView, tagLists: ByteView, count: Int) {
    var reader = ByteReader(keys, 0..<keys.count)
    categories = FacetColumns.values(&reader)
    difficulties = FacetColumns.values(&reader)
    tags = FacetColumns.values(&reader)
    self.columns = columns
    self.dates = dates
    self.tagLists = tagLists
    self.count = count
    var lists = ByteReader(tagLists, 0..<tagLists.count)
    tagRanges = tags.map { _ in lists.stringRange() }
  }

  @inline(__always)
  func category(of document: Int) -> Int { columns.u16(document * 2) }

  @inline(__always)
  func difficulty(of document: Int) -> Int { columns.u16((count + document) * 2) }

  /// Days since 1970-01-01 of the last change; 0 when it is not known.
  func updated(_ document: Int) -> Int { dates.u16(document * 2) }

  /// Visits the documents that have a tag, in order.
  @inline(__always)
  func forEachDocument(taggedWith tag: Int, _ body: (Int) -> Void) {
    DocumentSet.forEach(in: tagLists, tagRanges[tag], documents: count, body)
  }

  private static func values(_ reader: inout ByteReader) -> [Value] {
    let count = reader.varint()
    var values: [Value] = []
    while values.count < count, !reader.isAtEnd {
      let key = reader.string()
      let label = reader.string()
      values.append(Value(key: key, label: label.isEmpty ? key : label))
    }
    return values
  }
}
