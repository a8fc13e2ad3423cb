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
      for piece in pieces where piece.role != "related" {
        let file = try write(piece, of: language)
        switch piece.role {
        case "core": manifest.slices.core = file
        case "facets": manifest.slices.facets = file
        case "words": manifest.slices.words.append(file)
        case "postings": manifest.slices.postings.append(file)
        case "documents": manifest.slices.documents.append(file)
        default:
          manifest.pieces.append(
            IndexManifest.Piece(role: piece.role, file: file, bytes: piece.bytes.count))
        }
      }
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

  /// Writes one file of an index, and returns its name: the server's by language and role, those
  /// that a browser fetches in a folder of the language by their hash alone.
  private func write(_ piece: IndexPiece, of language: LanguageCode) throws -> String {
    let hash = ContentHash.name(for: piece.bytes)
    let isMapped = ["index", "stored", "text"].contains(piece.role)
    let file = isMapped ? "\(language).\(piece.role).\(hash).idx" : "\(language)/\(hash).idx"
    try write(OutputFile(path: "search/\(file)", bytes: piece.bytes))
    return isMapped ? file : hash
  }
}
