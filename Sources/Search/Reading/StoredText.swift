/// The stored text of the documents, for snippets.
struct StoredText: Sendable {
  /// A section of a document: where its parts lie in ``text``.
  struct Part {
    var anchor: Range<Int>
    var heading: Range<Int>
    var text: Range<Int>
  }

  /// Text beyond this many bytes of one document is not read for snippets.
  static let mostBytes = 1 << 16

  let wordOffsets: ByteView
  let words: ByteView
  let offsets: ByteView
  let text: ByteView

  /// Where the description of a document and its sections lie.
  func outline(of document: Int) -> (description: Range<Int>, parts: Parts) {
    var reader = ByteReader(text, offsets.row(document, limit: text.count))
    let description = reader.stringRange()
    return (description, Parts(count: reader.varint(), reader))
  }

  /// The sections of a document, each found when it is its turn: what lies before it was then read.
  struct Parts: Sequence, IteratorProtocol {
    private var left: Int
    private var reader: ByteReader

    fileprivate init(count: Int, _ reader: ByteReader) {
      left = count
      self.reader = reader
    }

    mutating func next() -> Part? {
      guard left > 0, !reader.isAtEnd else { return nil }
      left -= 1
      return Part(
        anchor: reader.stringRange(), heading: reader.stringRange(),
        text: reader.stringRange())
    }
  }
}
