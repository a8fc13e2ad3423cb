import BuiltSite
import Search
import TestSupport
import Testing

@Suite struct `A built site's index` {
  private func site(_ folder: TemporaryFolder) throws -> [IndexPiece] {
    var segment = IndexSegment(language: .french)
    segment.add(
      Document(
        id: "overheating", url: "/fr/articles/surchauffe/", title: "Surchauffe de la batterie",
        sections: [Section(text: Array("Coupez la charge.".utf8))]))
    var builder = IndexBuilder(language: .french)
    builder.append(segment)
    let pieces = builder.build()
    var named: [IndexManifest.Piece] = []
    for (number, piece) in pieces.enumerated() {
      let file = "fr.\(piece.role).\(number).idx"
      try folder.write(piece.bytes, to: "search/\(file)")
      named.append(.init(role: piece.role, file: file, bytes: piece.bytes.count))
    }
    let manifest = IndexManifest(language: "fr", documents: 1, pieces: named)
    try folder.write(manifest.encoded(), to: IndexManifest.path(for: "fr"))
    return pieces
  }

  @Test func `opens from its manifest and answers`() throws {
    let folder = try TemporaryFolder()
    _ = try site(folder)
    let store = IndexStore(site: folder.path)
    #expect(store.languages() == ["fr"])
    let results = Searcher(index: try store.index(for: "fr"))
      .search(SearchRequest(text: "surchauffe"))
    #expect(results.hits.map(\.id) == ["overheating"])
  }

  @Test func `is missing in a language that was not built`() throws {
    let folder = try TemporaryFolder()
    _ = try site(folder)
    let error = #expect(throws: IndexStoreError.self) {
      try IndexStore(site: folder.path).index(for: "en")
    }
    #expect(error?.code == .missing)
    #expect(throws: IndexStoreError.self) {
      try IndexStore(site: folder.path).index(for: "../search/fr")
    }
  }

  @Test func `refuses a piece that was cut short, changed or replaced`() throws {
    let folder = try TemporaryFolder()
    let pieces = try site(folder)
    let first = pieces[0]
    let path = "search/fr.\(first.role).0.idx"
    var damaged = first.bytes
    damaged[damaged.count / 2] ^= 0xFF
    for bytes in [Array(first.bytes.dropLast()), damaged, [], Array("not an index".utf8)] {
      try folder.write(bytes, to: path)
      let error = #expect(throws: IndexStoreError.self) {
        try IndexStore(site: folder.path).index(for: "fr")
      }
      #expect(error?.code == .damaged)
    }
  }

  @Test(arguments: [
    "", "{", "[]", #"{"format": 99, "language": "fr", "documents": 1, "pieces": []}"#,
    #"{"format":1,"language":"fr","documents":1,"pieces":[{"role":"core","file":"../x","bytes":1}]}"#,
  ])
  func `refuses a manifest that is damaged, newer or leads outside`(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: IndexManifest.path(for: "fr"))
    let error = #expect(throws: IndexStoreError.self) {
      try IndexStore(site: folder.path).manifest(for: "fr")
    }
    #expect(error?.code == .damaged)
  }
}

@Suite struct `A build report` {
  @Test func `is read as it was written`() throws {
    let report = BuildReport(
      generator: "balise 0.1.0", key: "abc", baseURL: "https://aide.example.com/",
      languages: ["fr", "en"], articles: 12, files: 90, bytes: 1_000_000, updated: "2026-03-01",
      warnings: 2,
      search: [.init(language: "fr", documents: 12, bytes: 5000, textBytes: 9000)])
    let folder = try TemporaryFolder()
    try folder.write(report.encoded(), to: BuildReport.path)
    #expect(BuildReport(site: folder.path) == report)
    #expect(try report.encoded() == report.encoded())
  }

  @Test func `is not there when the file is missing or damaged`() throws {
    let folder = try TemporaryFolder()
    #expect(BuildReport(site: folder.path) == nil)
    try folder.write("{\"generator\": 1}", to: BuildReport.path)
    #expect(BuildReport(site: folder.path) == nil)
  }
}
