import Content
import Diagnostics
import Foundation
import Testing

/// A site of `Tests/Fixtures`, read as a build reads it.
struct FixtureSite {
  var site: SiteConfiguration?
  var catalog: Catalog?
  var searchTests: [SearchTestFile] = []
  var diagnostics: [Diagnostic] = []

  /// Reads `Tests/Fixtures/NAME/content`.
  init(_ name: String, includeDrafts: Bool = false, filePath: String = #filePath) throws {
    let root = URL(fileURLWithPath: filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)/content").path
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
      guard let data = FileManager.default.contents(atPath: "\(root)/\(path)"),
        path != "README.md"
      else { continue }
      files[path] = Array(data)
    }
    self.init(files: files, includeDrafts: includeDrafts)
  }

  /// Reads files that are given with their paths and bytes.
  init(
    files: [String: [UInt8]], includeDrafts: Bool = false,
    lastCommits: [String: CalendarDate] = [:]
  ) {
    let (site, faults) = SiteConfiguration.parse(
      SourceText(path: "content/site.yaml", bytes: files["site.yaml"] ?? []))
    self.site = site
    diagnostics = faults
    guard let site else { return }
    let reader = ArticleReader(site: site)
    var articles: [ArticleFile] = []
    var assets: Set<String> = []
    for (path, bytes) in files where path != "site.yaml" {
      if path.split(separator: "/").last.map(String.init) == SearchTestFile.name {
        let source = SourceText(path: "content/\(path)", bytes: bytes)
        let (file, faults) = SearchTestFile.parse(source, in: path, site: site)
        diagnostics += faults
        searchTests.append(file)
        continue
      }
      guard path.hasSuffix(".md") else {
        assets.insert(path)
        continue
      }
      let read = reader.read(path, bytes)
      diagnostics += read.diagnostics
      if let file = read.file { articles.append(file) }
    }
    let (catalog, problems) = Catalog.make(
      site: site, files: articles, assets: assets, lastCommits: lastCommits,
      includeDrafts: includeDrafts, source: { files[$0] })
    self.catalog = catalog
    diagnostics += problems + searchTests.flatMap { catalog.check($0) }
    diagnostics.sort()
  }

  /// Reads texts that are given with their paths, on a site of categories `a` and `b`.
  init(
    _ texts: [String: String], languages: String = "fr, en", includeDrafts: Bool = false,
    lastCommits: [String: CalendarDate] = [:]
  ) {
    var files = texts.mapValues { Array($0.utf8) }
    if files["site.yaml"] == nil {
      let site = "title: T\nlanguages: [\(languages)]\ncategories: [{key: a}, {key: b}]\n"
      files["site.yaml"] = Array(site.utf8)
    }
    self.init(files: files, includeDrafts: includeDrafts, lastCommits: lastCommits)
  }

  /// What a person reads about the faults.
  var report: String { DiagnosticFormatter().format(diagnostics) }

  /// The faults as `id path:line:column`, for short expectations.
  var faults: [String] {
    diagnostics.map { "\($0.id) \($0.path):\($0.position.line):\($0.position.column)" }
  }
}

/// A small article.
func article(_ frontMatter: String = "", _ body: String = "", title: String = "T") -> String {
  "---\ntitle: \(title)\ncategory: a\n\(frontMatter.isEmpty ? "" : frontMatter + "\n")---\n\(body)\n"
}
