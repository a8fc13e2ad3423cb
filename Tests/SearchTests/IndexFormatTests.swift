import Testing

@testable import Search

@Suite struct IndexFormatTests {
  private let pieces = Fixture.pieces(Fixture.french, .french)

  private func open(_ pieces: [IndexPiece]) throws(IndexError) -> InvertedIndex {
    try InvertedIndex(pieces: pieces.map { IndexBytes($0.bytes) })
  }

  /// Reads every byte of one file, which may be one for browsers.
  private func verify(_ piece: IndexPiece) throws(IndexError) {
    try PieceReader(IndexBytes(piece.bytes)).verify()
  }

  @Test func `two cores write the same bytes as one`() async {
    var builder = IndexBuilder(language: .french)
    var segment = IndexSegment(language: .french)
    for document in Fixture.random(200) { segment.add(document) }
    builder.append(segment)
    let copy = builder
    #expect(builder.build().map(\.bytes) == (await copy.buildConcurrently()).map(\.bytes))
  }

  @Test func `pieces are the same however documents are cut into segments`() {
    let documents = Fixture.random(300)
    let whole = Fixture.pieces(documents, .english)
    for segments in [2, 7, 60] {
      let cut = Fixture.pieces(documents, .english, segments: segments)
      #expect(cut.map(\.bytes) == whole.map(\.bytes))
    }
    let roles = whole.map(\.role)
    #expect(roles.prefix(6) == ["index", "stored", "text", "related", "core", "facets"])
    let slices = roles.dropFirst(6)
    #expect(Set(slices) == ["words", "postings", "documents", "endings"])
    let block = IndexFormat.documentBlock(of: 300)
    let files = (300 + block - 1) / block
    #expect(slices.count { $0 == "documents" } == files)
  }

  @Test func `an index that is whole is verified`() throws {
    try open(pieces).verify()
    for piece in pieces { try verify(piece) }
    var damaged = pieces
    damaged[0].bytes[damaged[0].bytes.count - 20] ^= 1
    #expect(throws: IndexError.self) { try open(damaged).verify() }
  }

  @Test func `stored fields come back`() throws {
    let index = try open(pieces)
    #expect(index.documentCount == 4)
    let document = try #require(index.document(at: 0))
    #expect(document.id == "emergency-overheating")
    #expect(document.url == "/fr/articles/surchauffe/")
    #expect(document.title == "Gestion Urgence Surchauffe Batterie")
    #expect(document.category == "troubleshooting")
    #expect(document.difficulty == "expert")
    #expect(document.tags == ["critical-alert", "overheating"])
    #expect(document.updated == 20_000)
    #expect(index.document(at: 4) == nil)
    #expect(index.document(at: -1) == nil)
    #expect(index.documentNumber(id: "state-of-charge") == 2)
    #expect(index.documentNumber(id: "nothing") == nil)
  }

  @Test(
    arguments: [
      "", "a", "50%", "two  spaces", " lead and trail ", "l’ail, d'un\n\ncôté\t!",
      "日本語 and 48V/48 V", "--- *** ---", String(repeating: "x", count: 300),
      String(repeating: " \n", count: 300) + "end",
    ])
  func `stored text comes back to the byte`(text: String) throws {
    let document = Document(
      id: "a", url: "/", title: "A", description: text,
      sections: [Fixture.section(text + text, heading: text, anchor: "é")])
    let index = try open(Fixture.pieces([document, document], .french))
    let stored = try #require(index.storedText?.outline(of: 1))
    let scanner = TextScanners().take(for: index)
    let part = try #require(stored.parts.first { _ in true })
    #expect(String(decoding: scanner.decode(stored.description), as: UTF8.self) == text)
    #expect(String(decoding: scanner.decode(part.text), as: UTF8.self) == text + text)
    #expect(String(decoding: scanner.decode(part.heading), as: UTF8.self) == text)
    #expect(index.storedText?.text.string(part.anchor) == "é")
  }

  @Test func `every posting comes back`() throws {
    let documents = Fixture.random(700)
    let index = try open(Fixture.pieces(documents, .other))
    var expected: [String: [Int: UInt64]] = [:]
    for (number, document) in documents.enumerated() {
      for section in document.sections {
        for word in String(decoding: section.text, as: UTF8.self).split(separator: " ") {
          expected[String(word), default: [:]][number, default: 0] += 1
        }
      }
    }
    #expect(expected.values.contains { $0.count > 3 * IndexFormat.postingsBlock })
    for (word, counts) in expected {
      let key = SurfaceKey(scalars: word.unicodeScalars.map(\.value))
      let entry = try #require(index.dictionary.entry(for: key.bytes))
      var found: [Int: UInt64] = [:]
      index.postings.forEach(of: entry) { document, fields in
        if fields[.body] > 0 { found[document] = fields[.body] }
      }
      #expect(found == counts, "\(word)")
    }
  }

  @Test func `classes are rings of the words with one stem`() throws {
    let index = try open(Fixture.pieces(Fixture.english, .english))
    let shared = try #require(index.dictionary.entry(for: Array("shared".utf8)))
    let members = index.dictionary.members(of: shared).map {
      String(decoding: index.dictionary.key(of: $0).exact, as: UTF8.self)
    }
    #expect(members.sorted() == ["share", "shared", "sharing"])
  }

  @Test func `an index without documents opens and finds nothing`() throws {
    let searcher = Searcher(index: try open(Fixture.pieces([], .english)))
    #expect(searcher.index.documentCount == 0)
    #expect(searcher.search(SearchRequest(text: "anything \"at all\"")).total == 0)
    #expect(searcher.similar(to: 0, limit: 3).isEmpty)
  }

  @Test func `foreign files are refused`() {
    for bytes in [[], Array("<!doctype html><html></html>".utf8), [0], Array("BALISEIX".utf8)] {
      #expect(throws: IndexError.self) {
        try InvertedIndex(pieces: [IndexBytes(bytes)])
      }
    }
    #expect(throws: IndexError.foreign) {
      try InvertedIndex(pieces: [IndexBytes(Array("a picture of a cat".utf8))])
    }
  }

  @Test func `another version is named`() {
    var changed = pieces
    changed[0].bytes[8] = 9
    #expect(throws: IndexError.unsupportedVersion(found: 9, supported: 3)) { try open(changed) }
    #expect(IndexError.unsupportedVersion(found: 9, supported: 3).description.contains("9"))
  }

  @Test func `missing, doubled and mixed pieces are refused`() {
    #expect(throws: IndexError.missingPiece("index")) {
      try open(pieces.filter { $0.role != "index" })
    }
    #expect(throws: IndexError.duplicatePiece("index")) { try open(pieces + [pieces[0]]) }
    let others = Fixture.pieces(Fixture.english, .english)
    #expect(throws: IndexError.mixedBuilds(piece: "stored")) {
      try open([pieces[0], others[1], pieces[2]])
    }
  }

  @Test func `an index without stored text still searches`() throws {
    let index = try open(pieces.filter { $0.role != "text" && $0.role != "related" })
    let results = Searcher(index: index).search(SearchRequest(text: "surchauffe"))
    #expect(results.hits.first?.id == "emergency-overheating")
    #expect(results.hits.first?.snippet.text == "")
  }

  @Test func `every truncation is refused`() {
    for number in pieces.indices {
      // Every length up to the first section, then some.
      let lengths =
        Array(0..<200) + Array(stride(from: 200, to: pieces[number].bytes.count, by: 13))
      for length in lengths where length < pieces[number].bytes.count {
        var changed = pieces
        changed[number].bytes.removeLast(changed[number].bytes.count - length)
        #expect(throws: IndexError.self) { try verify(changed[number]) }
      }
    }
  }

  @Test func `what a browser fetches is the bytes of the whole`() throws {
    let pieces = Fixture.pieces(Fixture.random(900), .english)
    let whole = try PieceReader(IndexBytes(pieces[0].bytes))
    func joined(_ role: String, _ id: IndexFormat.SectionID) throws -> [UInt8] {
      try pieces.filter { $0.role == role }.flatMap { piece in
        let view = try PieceReader(IndexBytes(piece.bytes)).section(id)
        return view.array(0..<view.count)
      }
    }
    func section(_ id: IndexFormat.SectionID) throws -> [UInt8] {
      let view = try whole.section(id)
      return view.array(0..<view.count)
    }
    #expect(pieces.count { $0.role == "words" } > 1)
    #expect(pieces.count { $0.role == "postings" } > 1)
    #expect(try joined("words", .dictionary) == section(.dictionary))
    #expect(try joined("words", .dictionaryBlocks) == section(.dictionaryBlocks))
    #expect(
      try joined("postings", .postings) + [UInt8](repeating: 0, count: IndexFormat.slack)
        == section(.postings))
    let stored = try PieceReader(IndexBytes(pieces[1].bytes)).section(.documents)
    #expect(try joined("documents", .documents) == stored.array(0..<stored.count))
    #expect(try joined("facets", .documentTags) == section(.documentTags))
    for id in [IndexFormat.SectionID.summary, .lengths, .facetKeys, .synonyms, .slices] {
      #expect(try joined("core", id) == section(id))
    }
  }

  @Test func `the words by their endings are those of the dictionary`() throws {
    let pieces = Fixture.pieces(Fixture.random(900) + Fixture.french, .french)
    let dictionary = try open(pieces).dictionary
    var expected: Set<[UInt8]> = []
    var cursor = try #require(dictionary.cursor(atOrAfter: [SpellingRepair.firstLetter]))
    repeat {
      let word = cursor.key[..<cursor.foldedCount]
      if cursor.isWord, SpellingRepair.lengths.contains(word.count) { expected.insert(Array(word)) }
    } while cursor.next()
    let files = pieces.filter { $0.role == "endings" }
    var found: [[UInt8]] = []
    for file in files {
      let view = try PieceReader(IndexBytes(file.bytes)).section(.endings)
      var reader = ByteReader(view, 0..<view.count)
      var word: [UInt8] = []
      while !reader.isAtEnd {
        word.removeLast(word.count - Int(reader.byte()))
        for _ in 0..<Int(reader.byte()) { word.append(reader.byte()) }
        found.append(word)
      }
    }
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    #expect(expected.symmetricDifference(found.map { $0.reversed() }).isEmpty)
    #expect(expected.contains(Array("surchauffe".utf8)))
  }

  @Test(arguments: [0.05, 0.2, 0.6, 1])
  func `neighbours come back, be they few or many`(share: Double) throws {
    var generator = SplitMix(state: 11)
    let documents = (0..<500).map { UInt32($0 * 2) }
    var neighbours: [UInt32] = []
    var expected: [Int: Set<Int>] = [:]
    for place in documents.indices {
      for print in 0..<(1 << Int(StemHash.bits))
      where Double.random(in: 0..<1, using: &generator) < share {
        neighbours.append(UInt32(place << 8 | print))
        expected[place * 2, default: []].insert(print)
      }
    }
    var writer = PostingsWriter()
    let counts = [UInt32](
      repeating: FieldCounts(packed: 1 << FieldCounts.shift(.body)).compact, count: 500)
    let length = writer.append(
      documents: documents[...], counts: counts[...], neighbours: neighbours)
    let bytes = IndexBytes(writer.output.bytes + [UInt8](repeating: 0, count: IndexFormat.slack))
    let entry = TermEntry(
      ordinal: 0, documentFrequency: 500, postings: 0..<length, hasNeighbours: true, next: 0)
    var found: [Int: Set<Int>] = [:]
    let postings = PostingsReader(view: bytes.view, documentCount: 1000)
    postings.forEachBlock(of: entry, withFollowers: true) { documents, _, followers in
      for (document, fingerprints) in zip(documents, followers) where fingerprints != 0 {
        found[Int(document)] = Set((0..<64).filter { fingerprints >> UInt64($0) & 1 == 1 })
      }
    }
    #expect(found == expected)
  }

  @Test func `every damaged byte is noticed`() {
    // Padding between sections is not part of what is written.
    for number in pieces.indices {
      let positions = IndexFormatTests.meaningful(pieces[number].bytes)
      for position in positions.enumerated().filter({ $0.offset < 200 || $0.offset % 11 == 0 }) {
        var changed = pieces[number]
        changed.bytes[position.element] ^= 0x41
        #expect(throws: IndexError.self, "\(changed.role) \(position.element)") {
          try verify(changed)
        }
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4])
  func `damage that keeps the checksums never crashes`(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    for round in 0..<250 {
      var changed = pieces
      let number = round % changed.count
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let position = Int.random(in: 64..<changed[number].bytes.count, using: &generator)
        changed[number].bytes[position] = UInt8.random(in: 0...255, using: &generator)
      }
      IndexFormatTests.reseal(&changed[number].bytes)
      guard let index = try? open(changed) else { continue }
      let searcher = Searcher(index: index)
      for text in ["surchaufe batterie l'état-de-charge", "\"seuils alertes\" -ail c", "48V tens"] {
        let results = searcher.search(SearchRequest(text: text, tags: ["soc"], explain: true))
        #expect(results.hits.count <= index.documentCount)
        #expect(searcher.search(SearchRequest(text: text)).hits.count <= index.documentCount)
      }
      for document in 0..<index.documentCount {
        #expect(searcher.similar(to: document, limit: 3).count <= 3)
        _ = index.document(at: document)
      }
    }
  }

  /// The positions that a checksum or a check of the header covers.
  private static func meaningful(_ bytes: [UInt8]) -> [Int] {
    let view = IndexBytes(bytes).view
    let count = Int(view.u32(20))
    var positions = Array(0..<(IndexFormat.headerSize + count * IndexFormat.rowSize))
    for row in 0..<count {
      let offset = IndexFormat.headerSize + row * IndexFormat.rowSize
      positions += Int(view.u32(offset + 4))..<Int(view.u32(offset + 4) + view.u32(offset + 8))
    }
    return positions
  }

  /// Computes the checksums of a piece anew where its table still makes sense.
  private static func reseal(_ bytes: inout [UInt8]) {
    let view = IndexBytes(bytes).view
    let count = Int(view.u32(20))
    let tableEnd = IndexFormat.headerSize + count * IndexFormat.rowSize
    for row in 0..<count {
      let offset = IndexFormat.headerSize + row * IndexFormat.rowSize
      guard let section = view.slice(Int(view.u32(offset + 4)), Int(view.u32(offset + 8))) else {
        continue
      }
      write(section.withSpan(Checksum.hash), at: offset + 12, in: &bytes)
    }
    write(0, at: 28, in: &bytes)
    write(Checksum.hash(bytes[0..<tableEnd].span), at: 28, in: &bytes)
  }

  private static func write(_ value: UInt32, at offset: Int, in bytes: inout [UInt8]) {
    for byte in 0..<4 {
      bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> UInt32(byte * 8))
    }
  }
}
