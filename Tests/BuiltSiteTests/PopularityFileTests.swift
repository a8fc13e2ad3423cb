import BuiltSite
import Search
import TestSupport
import Testing

@Suite struct PopularityFileTests {
  private func index() throws -> InvertedIndex {
    var segment = IndexSegment(language: .french)
    for id in ["often", "never", "disliked"] {
      segment.add(
        Document(
          id: id, url: "/\(id)/", title: "Batterie", sections: [Section(text: Array("x".utf8))]))
    }
    var builder = IndexBuilder(language: .french)
    builder.append(segment)
    return try InvertedIndex(pieces: builder.build().prefix(4).map { IndexBytes($0.bytes) })
  }

  private let file = PopularityFile(articles: [
    "often": .init(demand: 40, votes: 20, stars: 100), "disliked": .init(votes: 20, stars: 20),
    "gone": .init(demand: 9),
  ])

  @Test func `what is exported weighs the articles that a build indexes`() throws {
    let folder = try TemporaryFolder()
    try folder.write(try file.encoded(), to: "popularity.json")
    let read = try PopularityFile(reading: folder.path + "/popularity.json")
    #expect(read == file)
    let index = try index()
    let popularity = read.popularity(of: index)
    #expect(popularity.factor(of: 0) > 1)
    #expect(popularity.factor(of: 1) == 1)
    #expect(popularity.factor(of: 2) < 1)
    let results = Searcher(index: index)
      .search(SearchRequest(text: "batterie", popularity: popularity))
    #expect(results.hits.map(\.id) == ["often", "never", "disliked"])
  }

  @Test func `a manifest keeps the weights, and those of another index weigh nothing`() throws {
    let index = try index()
    var manifest = IndexManifest(language: "fr", documents: 3, pieces: [])
    #expect(manifest.popularity(of: index) == nil)
    manifest.keep(file.popularity(of: index))
    #expect(manifest.popularity(of: index) == file.popularity(of: index))
    manifest.popularity = "AAEC/w=="
    #expect(manifest.popularity(of: index)?.isNeutral == true)
    manifest.keep(PopularityFile(articles: [:]).popularity(of: index))
    #expect(manifest.popularity == nil)
  }

  @Test(arguments: ["", "{}", #"{"format": 2, "articles": {}}"#, "[1]"])
  func `what is no popularity file is refused`(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "popularity.json")
    #expect(throws: PopularityFileError.self) {
      try PopularityFile(reading: folder.path + "/popularity.json")
    }
  }
}
