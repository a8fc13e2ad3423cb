extension IndexBuilder {
  typealias NamedSection = (id: IndexFormat.SectionID, bytes: [UInt8])

  /// The sections that every search needs, none of which grows with the text.
  func smallSections(
    _ statistics: CollectionStatistics, _ facets: FacetSections, termCount: Int
  ) -> [NamedSection] {
    var summary = ByteWriter()
    summary.append(u32: language.formatCode)
    summary.append(u32: UInt32(statistics.documentCount))
    summary.append(u32: UInt32(termCount))
    for mean in statistics.means { summary.append(f32: mean) }
    return [
      (.summary, summary.bytes), (.lengths, statistics.lengthCodes), (.facetKeys, facets.keys),
      (.documentFacets, facets.documents), (.synonyms, synonymSection()),
    ]
  }

  /// What is shown of each document.
  func documentSections(tagNumbers: [String: Int]) -> DocumentSections {
    var sections = DocumentSections()
    for chunk in chunks {
      for record in chunk.records {
        let headings = record.parts.filter { !$0.anchor.isEmpty }.map {
          (anchor: $0.anchor, heading: $0.heading)
        }
        let tags = Set(record.tags).compactMap { tagNumbers[$0] }.sorted()
        sections.append(record, tags: tags, headings: headings)
      }
    }
    return sections
  }
}

/// The table of documents: where each row begins, and the rows.
struct DocumentSections {
  private(set) var offsets = ByteWriter()
  private(set) var rows = ByteWriter()

  init() { offsets.append(u32: 0) }

  /// Adds the next document.
  mutating func append(
    _ record: StoredRecord, tags: [Int], headings: [(anchor: [UInt8], heading: [UInt8])]
  ) {
    for text in [record.id, record.url, record.title, record.description] {
      rows.append(string: Array(text.utf8))
    }
    rows.append(varint: tags.count)
    for tag in tags { rows.append(varint: tag) }
    rows.append(varint: headings.count)
    for (anchor, heading) in headings {
      rows.append(string: anchor)
      rows.append(string: heading)
    }
    offsets.append(u32: UInt32(rows.count))
  }

  var sections: [IndexBuilder.NamedSection] {
    [(.documentOffsets, offsets.bytes), (.documents, rows.bytes)]
  }
}

/// What documents are filtered by, column after column.
struct FacetSections {
  /// The keys and labels of categories, difficulties and tags.
  private(set) var keys: [UInt8]
  /// The category of every document, then the difficulty.
  private(set) var documents: [UInt8]
  /// The day of the last change of every document.
  private(set) var dates: [UInt8]
  /// For each tag the documents that have it.
  private(set) var tags: [UInt8]
  /// The number of each tag.
  private(set) var tagNumbers: [String: Int]

  init(records: [StoredRecord]) {
    let lists = [
      FacetSections.labels(records.map { [($0.category, $0.categoryLabel)] }),
      FacetSections.labels(records.map { [($0.difficulty, $0.difficultyLabel)] }),
      FacetSections.labels(records.map { Array(zip($0.tags, $0.tagLabels)) }),
    ]
    var keys = ByteWriter()
    for list in lists {
      keys.append(varint: list.count)
      for (key, label) in list {
        keys.append(string: Array(key.utf8))
        keys.append(string: label == key ? [] : Array(label.utf8))
      }
    }
    self.keys = keys.bytes
    let numbers = lists.map { list in
      Dictionary(uniqueKeysWithValues: zip(list.map(\.key), 0...))
    }
    var columns = ByteWriter()
    for record in records {
      columns.append(u16: UInt16(clamping: numbers[0][record.category] ?? 0))
    }
    for record in records {
      columns.append(u16: UInt16(clamping: numbers[1][record.difficulty] ?? 0))
    }
    documents = columns.bytes
    var dates = ByteWriter()
    for record in records { dates.append(u16: UInt16(clamping: record.updated)) }
    self.dates = dates.bytes
    tagNumbers = numbers[2]
    var members = [[Int]](repeating: [], count: lists[2].count)
    for (document, record) in records.enumerated() {
      for tag in Set(record.tags) {
        if let number = numbers[2][tag] { members[number].append(document) }
      }
    }
    var tags = ByteWriter()
    for list in members { tags.append(string: DocumentSet.encoded(list, documents: records.count)) }
    self.tags = tags.bytes
  }

  /// What only filters and their counts need.
  var sections: [IndexBuilder.NamedSection] { [(.documentTags, tags), (.documentDates, dates)] }

  /// Distinct keys in order of their bytes, each with the first label that it has.
  private static func labels(_ values: [[(String, String)]]) -> [(key: String, label: String)] {
    var labels: [String: String] = [:]
    for (key, label) in values.joined() where labels[key] == nil {
      labels[key] = label.isEmpty ? key : label
    }
    return labels.map { (key: $0.key, label: $0.value) }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}
