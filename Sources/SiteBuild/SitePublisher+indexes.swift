import BuiltSite
import Content
import Digest
import FileSystem
import Markup
import Rendering
import Search

extension SitePublisher {
  /// Makes and writes the pieces of every language's index, and finds related articles with them.
  ///
  /// The manifests that make the pieces known are written last, by ``finish(key:indexes:warnings:)``.
  func writeIndexes() async throws -> BuiltIndexes {
    var result = BuiltIndexes()
    for language in site.languages {
      let entries = catalog.articles.filter(\.isIndexed).compactMap { article in
        article.versions.first { $0.language == language }
          .map { IndexEntry(article: article, version: $0) }
      }
      let (pieces, textBytes) = try await build(language, entries)
      var manifest = IndexManifest(
        language: language.rawValue, documents: entries.count, pieces: [])
      for piece in pieces {
        let file = "\(language).\(piece.role).\(ContentHash.name(for: piece.bytes)).idx"
        try write(OutputFile(path: "search/\(file)", bytes: piece.bytes))
        manifest.pieces.append(
          IndexManifest.Piece(role: piece.role, file: file, bytes: piece.bytes.count))
      }
      result.manifests.append(manifest)
      result.reports.append(
        BuildReport.Index(
          language: language.rawValue, documents: entries.count,
          bytes: pieces.reduce(0) { $0 + $1.bytes.count }, textBytes: textBytes))
      let index = try InvertedIndex(pieces: pieces.map { IndexBytes($0.bytes) })
      let related = RelatedArticles(
        catalog: catalog, index: index, numbers: entries.map(\.article.number))
      result.related[language] = try await related.all(jobs: configuration.jobs)
    }
    return result
  }

  /// Analyses articles in as many runs as there are jobs; an index is the same however it is cut.
  private func build(_ language: LanguageCode, _ entries: [IndexEntry]) async throws
    -> (pieces: [IndexPiece], textBytes: Int)
  {
    let mapper = DocumentMapper(site: site, basePath: basePath)
    let code = Language(code: language.rawValue)
    let jobs = configuration.jobs
    let source = source
    let runs = try await concurrentRuns(
      of: entries, jobs: jobs, length: (entries.count + jobs - 1) / jobs
    ) { run in
      var segment = IndexSegment(language: code)
      var textBytes = 0
      for entry in run {
        // Parsed again: that is cheaper than to keep the text of a whole site.
        let bytes = try FileSystem.read(source.location(of: entry.version.path))
        let sections = MarkupParser().parse(bytes, from: entry.version.bodyOffset).sections
        textBytes += sections.reduce(0) { $0 + $1.text.count }
        segment.add(mapper.document(entry.article, entry.version, sections))
      }
      return (segment: segment, textBytes: textBytes)
    }
    var builder = IndexBuilder(language: code)
    for run in runs { builder.append(run.segment) }
    builder.synonyms = site.synonyms[language] ?? []
    return (await builder.buildConcurrently(), runs.reduce(0) { $0 + $1.textBytes })
  }
}

/// An article in one language, on its way into the index.
struct IndexEntry: Sendable {
  var article: Article
  var version: ArticleVersion
}

extension Article {
  /// Whether a search may find it.
  fileprivate var isIndexed: Bool { !unlisted }
}
