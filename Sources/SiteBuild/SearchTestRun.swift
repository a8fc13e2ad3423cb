import Content
public import Diagnostics
import Rendering
import Search

/// How the search tests of a site went.
public struct SearchTestRun: Sendable {
  /// The tests that failed, with the hits that were found instead.
  public var failures: [Diagnostic] = []
  /// How many tests found their article soon enough.
  public var passed = 0
  /// How many of them found it first.
  public var first = 0
  /// How many wait for a draft to be published.
  public var waiting = 0

  /// How many tests failed.
  public var failed: Int { failures.count }
}

extension SiteBuilder {
  /// Makes the search indexes in memory and asks them the questions of all `search-tests.yaml`.
  ///
  /// Nothing is written.
  ///
  /// - Parameter content: content that ``check()`` found no error in.
  /// - Returns: how the tests went.
  /// - Throws: what the machine refuses, such as an article that is gone meanwhile.
  public func runSearchTests(of content: CheckedContent) async throws -> SearchTestRun {
    var run = SearchTestRun()
    guard let site = content.site, let catalog = content.catalog else { return run }
    let context = SiteContext(catalog: catalog, site: site, library: content.library)
    let indexer = ArticleIndexer(
      site: site, catalog: catalog, source: content.tree, basePath: context.basePath,
      jobs: configuration.jobs)
    for language in site.languages {
      let tests = content.searchTests.flatMap { file in
        file.tests.filter { $0.language == language }.map { (file: file, test: $0) }
      }
      let ready = tests.filter { catalog.isReady($0.test) }
      run.waiting += tests.count - ready.count
      guard !ready.isEmpty else { continue }
      let (pieces, _) = try await indexer.index(language, indexer.entries(in: language))
      let index = try InvertedIndex(pieces: pieces.map { IndexBytes($0.bytes) })
      let searcher = Searcher(index: index)
      for (file, test) in ready {
        let answer = SearchTestAnswer(test, searcher)
        if answer.rank ?? .max <= test.top { run.passed += 1 }
        if answer.rank == 1 { run.first += 1 }
        if let failure = answer.failure(in: file) { run.failures.append(failure) }
      }
    }
    run.failures.sort()
    return run
  }
}
