extension IndexBuilder {
  /// Writes what is known of each document without its text.
  func writeDocuments(to core: inout PieceWriter, _ statistics: CollectionStatistics) {
    let records = chunks.flatMap(\.records)
    let categories = IndexBuilder.keys(records.map(\.category))
    let difficulties = IndexBuilder.keys(records.map(\.difficulty))
    let tags = IndexBuilder.keys(records.flatMap(\.tags))

    var keys = ByteWriter()
    for list in [categories, difficulties, tags] {
      keys.append(varint: list.count)
      for key in list { keys.append(string: Array(key.utf8)) }
    }
    let numbers = [categories, difficulties, tags].map { list in
      Dictionary(uniqueKeysWithValues: zip(list, 0...))
    }

    var offsets = ByteWriter()
    var table = ByteWriter()
    var facets = ByteWriter()
    var exact: [(hash: UInt32, document: UInt32)] = []
    for (document, record) in records.enumerated() {
      offsets.append(u32: UInt32(table.count))
      table.append(u32: UInt32(bitPattern: record.updated))
      let own = Set(record.tags).compactMap { numbers[2][$0] }.sorted()
      table.append(varint: own.count)
      for tag in own { table.append(varint: tag) }
      for text in [record.id, record.url, record.title] { table.append(string: Array(text.utf8)) }
      facets.append(u16: UInt16(clamping: numbers[0][record.category] ?? 0))
      facets.append(u16: UInt16(clamping: numbers[1][record.difficulty] ?? 0))
      for hash in Set(record.exactHashes) { exact.append((hash, UInt32(document))) }
    }
    offsets.append(u32: UInt32(table.count))
    exact.sort { ($0.hash, $0.document) < ($1.hash, $1.document) }
    var matches = ByteWriter()
    for match in exact {
      matches.append(u32: match.hash)
      matches.append(u32: match.document)
    }

    core.add(.documentOffsets, offsets.bytes)
    core.add(.documents, table.bytes)
    core.add(.lengths, statistics.lengthCodes)
    core.add(.norms, IndexBuilder.floats(statistics.norms))
    core.add(.idf, IndexBuilder.floats(statistics.idf))
    core.add(.facetKeys, keys.bytes)
    core.add(.documentFacets, facets.bytes)
    core.add(.exactMatches, matches.bytes)
  }

  private static func keys(_ values: [String]) -> [String] {
    Set(values).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func floats(_ values: [Float]) -> [UInt8] {
    var writer = ByteWriter()
    for value in values { writer.append(f32: value) }
    return writer.bytes
  }
}
