import Content
import Diagnostics
import FileSystem

/// Reads `site.yaml` and every article of a source tree.
struct ContentLoader: Sendable {
  /// What reading gave.
  struct Content: Sendable {
    /// The site; nil when its description is at fault.
    var site: SiteConfiguration?
    /// The articles that could be read, in the order of their paths.
    var files: [ArticleFile] = []
    /// The files of search tests, in the order of their paths.
    var searchTests: [SearchTestFile] = []
    /// Everything found so far.
    var diagnostics: [Diagnostic] = []
  }

  /// How many files are read at once.
  let jobs: Int

  private struct Piece: Sendable {
    var file: ArticleFile?
    var diagnostics: [Diagnostic] = []
  }

  /// Reads the tree.
  ///
  /// Faults are diagnostics, not throws. Without a usable `site.yaml` no article is read: its
  /// faults would all follow from that one.
  func load(_ tree: SourceTree, baseURL: String?) async throws -> Content {
    var content = Content(diagnostics: tree.diagnostics)
    let (site, diagnostics) = try readSite(tree)
    content.diagnostics += diagnostics
    guard var site else { return content }
    if let baseURL { content.diagnostics += site.replaceBaseURL(baseURL) }
    content.site = site
    let reader = ArticleReader(site: site, displayRoot: tree.root)
    let pieces = try await concurrentMap(tree.articles, jobs: jobs) { path -> Piece in
      let location = tree.location(of: path)
      let bytes: [UInt8]
      do {
        bytes = try FileSystem.read(location)
      } catch {
        return Piece(diagnostics: [
          Diagnostic(.error, id: "file-unreadable", path: location, "\(error)")
        ])
      }
      let read = reader.read(path, bytes)
      return Piece(file: read.file, diagnostics: read.diagnostics)
    }
    for piece in pieces {
      content.diagnostics += piece.diagnostics
      if let file = piece.file { content.files.append(file) }
    }
    for path in tree.searchTests { readSearchTests(path, tree, site, into: &content) }
    return content
  }

  private func readSearchTests(
    _ path: String, _ tree: SourceTree, _ site: SiteConfiguration, into content: inout Content
  ) {
    let location = tree.location(of: path)
    do {
      let source = SourceText(path: location, bytes: try FileSystem.read(location))
      let (file, faults) = SearchTestFile.parse(source, in: path, site: site)
      content.searchTests.append(file)
      content.diagnostics += faults
    } catch {
      content.diagnostics.append(
        Diagnostic(.error, id: "file-unreadable", path: location, "\(error)"))
    }
  }

  private func readSite(_ tree: SourceTree) throws -> (SiteConfiguration?, [Diagnostic]) {
    let path = tree.location(of: SourceTree.siteFile)
    do {
      return SiteConfiguration.parse(SourceText(path: path, bytes: try FileSystem.read(path)))
    } catch  where error.isMissing {
      let advice = "write one with 'title', 'languages' and 'categories'"
      return (
        nil,
        [
          Diagnostic(
            .error, id: "site-missing", path: path, "there is no site.yaml in '\(tree.root)'",
            suggestion: FixIt(advice))
        ]
      )
    } catch {
      return (nil, [Diagnostic(.error, id: "file-unreadable", path: path, "\(error)")])
    }
  }
}
