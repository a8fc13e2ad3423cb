/// The stored text of the documents, for snippets.
struct StoredText: Sendable {
  struct Part {
    var heading: [UInt8]
    var anchor: String
    var text: [UInt8]
  }

  /// Text beyond this many bytes of one document is not read for snippets.
  static let mostBytes = 1 << 16

  let wordOffsets: ByteView
  let words: ByteView
  let offsets: ByteView
  let text: ByteView

  /// The description of a document and its sections, up to ``mostBytes``.
  func read(_ document: Int) -> (description: [UInt8], parts: [Part]) {
    var reader = ByteReader(text, offsets.row(document, limit: text.count))
    let description = decode(reader.stringRange())
    var parts: [Part] = []
    var size = 0
    for _ in 0..<reader.varint() {
      guard !reader.isAtEnd, size < StoredText.mostBytes else { break }
      let anchor = reader.string()
      let heading = decode(reader.stringRange())
      let text = decode(reader.stringRange())
      size += text.count
      parts.append(Part(heading: heading, anchor: anchor, text: text))
    }
    return (description, parts)
  }

  /// The description of a document alone.
  func description(_ document: Int) -> [UInt8] {
    var reader = ByteReader(text, offsets.row(document, limit: text.count))
    return decode(reader.stringRange())
  }

  private func decode(_ range: Range<Int>) -> [UInt8] {
    var reader = ByteReader(text, range)
    var output: [UInt8] = []
    output.reserveCapacity(range.count * 4)
    var afterWord = false
    while !reader.isAtEnd, output.count < StoredText.mostBytes {
      let code = reader.varint()
      if code == 0 {
        append(from: &reader, to: &output, &afterWord)
      } else {
        let rank = code - 1
        let block = Int(wordOffsets.u32(rank / IndexFormat.wordBlock * 4))
        var table = ByteReader(words, from: block)
        for _ in 0..<(rank % IndexFormat.wordBlock) { table.skip(Int(table.byte() >> 1)) }
        append(from: &table, to: &output, &afterWord)
      }
    }
    return output
  }

  @inline(__always)
  private func append(
    from reader: inout ByteReader, to output: inout [UInt8], _ afterWord: inout Bool
  ) {
    let head = reader.byte()
    let isWord = head & 1 == 1
    if isWord, afterWord { output.append(0x20) }
    reader.append(Int(head >> 1), to: &output)
    afterWord = isWord
  }
}
