import BuiltSite
import Content
import Digest
import Rendering
import Search

extension SitePublisher {
  /// Makes and writes the pieces of every language's index, and finds related articles with them.
  ///
  /// The manifests that make the pieces known are written last, by ``finish(key:indexes:warnings:)``.
  func writeIndexes(of articles: Catalog? = nil) async throws -> BuiltIndexes {
    let catalog = articles ?? catalog
    var result = BuiltIndexes()
    let popularity = try configuration.popularity.map { try PopularityFile(reading: $0) }
    let indexer = ArticleIndexer(
      site: site, catalog: catalog, source: source, basePath: basePath, jobs: configuration.jobs)
    for language in site.languages {
      let entries = indexer.entries(in: language)
      let (pieces, textBytes) = try await indexer.index(language, entries)
      var manifest = IndexManifest(
        language: language.rawValue, documents: entries.count, pieces: [])
      try write(pieces, into: &manifest)
      result.reports.append(
        BuildReport.Index(
          language: language.rawValue, documents: entries.count,
          bytes: manifest.pieces.reduce(0) { $0 + $1.bytes }, textBytes: textBytes))
      let index = try InvertedIndex(pieces: pieces.prefix(4).map { IndexBytes($0.bytes) })
      if let popularity { manifest.keep(popularity.popularity(of: index)) }
      result.manifests.append(manifest)
      let related = RelatedArticles(
        catalog: catalog, index: index, numbers: entries.map(\.article.number))
      result.related[language] = try await related.all(jobs: configuration.jobs)
    }
    return result
  }

  /// Writes the files of an index: what the server maps under a name with its own hash, what a browser
  /// fetches under names that share the hash of the core, which differs when any of them does.
  private func write(_ pieces: [IndexPiece], into manifest: inout IndexManifest) throws {
    var counts: [String: Int] = [:]
    for piece in pieces where piece.role != "related" {
      let file: String
      if ["index", "stored", "text"].contains(piece.role) {
        file = "\(manifest.language).\(piece.role).\(ContentHash.name(for: piece.bytes)).idx"
        manifest.pieces.append(
          IndexManifest.Piece(role: piece.role, file: file, bytes: piece.bytes.count))
      } else {
        if piece.role == "core" { manifest.slices = ContentHash.name(for: piece.bytes) }
        let number = counts[piece.role, default: 0]
        counts[piece.role] = number + 1
        file = manifest.sliceFile(role: piece.role, number: number)
      }
      try write(OutputFile(path: "search/\(file)", bytes: piece.bytes))
    }
  }
}
