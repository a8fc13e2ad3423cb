import Content
import FileSystem
import Markup
import Search

/// Makes the search index of a language from the articles of a catalog, in memory.
struct ArticleIndexer: Sendable {
  let site: SiteConfiguration
  let catalog: Catalog
  let source: SourceTree
  /// The path of the base address, without its last slash.
  let basePath: String
  let jobs: Int

  /// What a search of a language may find, in the order of the catalog.
  func entries(in language: LanguageCode) -> [IndexEntry] {
    catalog.articles.filter(\.isIndexed).compactMap { article in
      article.versions.first { $0.language == language }
        .map { IndexEntry(article: article, version: $0) }
    }
  }

  /// Analyses articles in as many runs as there are jobs; an index is the same however it is cut.
  ///
  /// - Returns: the pieces, and the size of the searched text in bytes.
  func index(_ language: LanguageCode, _ entries: [IndexEntry]) async throws
    -> (pieces: [IndexPiece], textBytes: Int)
  {
    let mapper = DocumentMapper(site: site, basePath: basePath)
    let code = Language(code: language.rawValue)
    let source = source
    let parser = MarkupParser(typography: Typography(language: language.rawValue))
    let runs = try await concurrentRuns(
      of: entries, jobs: jobs, length: (entries.count + jobs - 1) / jobs
    ) { run in
      var segment = IndexSegment(language: code)
      var textBytes = 0
      for entry in run {
        // Parsed again: that is cheaper than to keep the text of a whole site.
        let bytes = try FileSystem.read(source.location(of: entry.version.path))
        let sections = parser.parse(bytes, from: entry.version.bodyOffset).sections
        textBytes += sections.reduce(0) { $0 + $1.text.count }
        segment.add(mapper.document(entry.article, entry.version, sections))
      }
      return (segment: segment, textBytes: textBytes)
    }
    var builder = IndexBuilder(language: code)
    for run in runs { builder.append(run.segment) }
    builder.synonyms = (site.synonyms[language] ?? []).map {
      SynonymGroup(from: $0.from, to: $0.to)
    }
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
