extension IndexBuilder {
  /// The stored text: words as varint codes, most frequent first, rare ones spelt out.
  func textPiece() -> PieceWriter {
    let ranked = words.sortedNumbers().filter { wordCounts[$0] > 1 }
      .sorted { wordCounts[$0] > wordCounts[$1] }
    var codes = [Int](repeating: 0, count: words.count)
    for (rank, word) in ranked.enumerated() { codes[word] = rank + 1 }

    var table = ByteWriter()
    var tableOffsets = ByteWriter()
    for (rank, word) in ranked.enumerated() {
      if rank % IndexFormat.wordBlock == 0 { tableOffsets.append(u32: UInt32(table.count)) }
      IndexBuilder.spell(words[word], to: &table)
    }

    var text = ByteWriter()
    var offsets = ByteWriter()
    offsets.append(u32: 0)
    for chunk in chunks {
      for record in chunk.records {
        append(record, of: chunk, codes: codes, to: &text)
        offsets.append(u32: UInt32(text.count))
      }
    }
    var piece = PieceWriter(role: .text)
    piece.add(.wordOffsets, tableOffsets.bytes)
    piece.add(.words, table.bytes)
    piece.add(.textOffsets, offsets.bytes)
    piece.add(.text, text.bytes)
    return piece
  }

  private func append(
    _ record: StoredRecord, of chunk: Chunk, codes: [Int], to text: inout ByteWriter
  ) {
    var start = record.wordsStart
    func coded(until end: Int) -> [UInt8] {
      var output = ByteWriter()
      let stream = chunk.stream.span
      while start < end {
        let word = Int(chunk.wordMap[Varint.read(stream, &start)])
        output.append(varint: codes[word])
        if codes[word] == 0 { IndexBuilder.spell(words[word], to: &output) }
      }
      return output.bytes
    }
    text.append(string: coded(until: record.descriptionEnd))
    text.append(varint: record.parts.count)
    for part in record.parts {
      text.append(string: part.anchor)
      text.append(string: coded(until: part.headingEnd))
      text.append(string: coded(until: part.textEnd))
    }
  }

  /// Writes a word: its length times two, plus one if a space separates it from another, its bytes.
  private static func spell(_ word: ArraySlice<UInt8>, to output: inout ByteWriter) {
    output.append(byte: UInt8(word.count << 1 | (isWord(word) ? 1 : 0)))
    output.append(word)
  }

  private static func isWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    var scanner = WordScanner()
    return bytes.withSpan { scanner.next(in: $0) }.map { $0.lowerBound == 0 } ?? false
  }
}
