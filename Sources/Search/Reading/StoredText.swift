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
  func outline(of document: Int) -> (description: Range<Int>, parts: [Part]) {
    var reader = ByteReader(text, offsets.row(document, limit: text.count))
    let description = reader.stringRange()
    let count = reader.varint()
    var parts: [Part] = []
    while parts.count < count, !reader.isAtEnd {
      parts.append(
        Part(
          anchor: reader.stringRange(), heading: reader.stringRange(),
          text: reader.stringRange()))
    }
    return (description, parts)
  }
}
